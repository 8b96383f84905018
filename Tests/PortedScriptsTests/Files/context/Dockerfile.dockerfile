FROM mcr.microsoft.com/azureml/openmpi3.1.2-ubuntu18.04:20210301.v1

# Hides the questions of apt.
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && \
    apt-get install -y --no-install-recommends xvfb && \
    rm -rf /var/lib/apt/lists/*
