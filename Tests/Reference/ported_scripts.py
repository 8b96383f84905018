"""Makes the environments of ported scripts with azureml-core 1.61.0.post4, and prints them as JSON.

    python ported_scripts.py FOLDER > environments.json

FOLDER has the input files of Tests/PortedScriptsTests/Files. Each function has the calls of a public script; the Swift
port of that name has the same. The result is {"options": [the pip options that create() adds], "scripts": {name: [for each
environment {"definition": its JSON, "name": the name that Azure ML gives its specification}]}}.

Where the SDK differs on purpose (Documentation/DifferencesFromAzureMLCore.md), the function changes azureml-core's data
to the expected result, and says why.
"""

import json
import logging
import os
import sys

from azureml.core import Environment
from azureml.core.conda_dependencies import CondaDependencies
from azureml.core.environment import DEFAULT_CPU_IMAGE, DEFAULT_GPU_IMAGE
from azureml.core.environment import DockerBuildContext, RCranPackage, RGitHubPackage, RSection, SparkPackage

from environment_names import name_of_data

logging.disable(logging.CRITICAL)
os.chdir(sys.argv[1])


def definition(environment):
    """A copy, because the specification in it is the one that later edits change."""
    return json.loads(json.dumps(Environment._serialize_to_dict(environment)))


def name(definition):
    conda = definition["python"].get("condaDependencies")
    return conda and name_of_data(conda)


def using_environments():
    env = Environment(name="myenv")
    conda_dep = CondaDependencies()
    conda_dep.add_conda_package("scikit-learn")
    conda_dep.add_pip_package("pillow==6.2.1")
    env.python.conda_dependencies = conda_dep
    env.environment_variables = {"MESSAGE": "Hello from Azure Machine Learning"}
    return [definition(env)]


def manage_environment():
    env = Environment.from_conda_specification(name="ci", file_path="ci_dependencies.yml")
    env.environment_variables["DATASTORE_NAME"] = "datastore"
    # azureml-core replaces `python=3.7.*`, a constraint, by its own default.
    dependencies = env.python.conda_dependencies._conda_dependencies["dependencies"]
    assert "python=3.10.18" in dependencies
    dependencies.remove("python=3.10.18")
    dependencies.insert(0, "python=3.7.*")
    return [definition(env)]


def train_on_local():
    user_managed = Environment("user-managed-env")
    user_managed.python.user_managed_dependencies = True
    user_managed.python.interpreter_path = "/home/johndoe/miniconda3/envs/myenv/bin/python"
    system_managed = Environment("system-managed-env")
    system_managed.python.user_managed_dependencies = False
    system_managed.python.conda_dependencies = CondaDependencies.create(conda_packages=["scikit-learn"])
    return [definition(user_managed), definition(system_managed)]


def image_classification():
    env = Environment("tutorial-env")
    env.python.conda_dependencies = CondaDependencies.create(
        pip_packages=["azureml-dataset-runtime[pandas,fuse]", "azureml-defaults"],
        conda_packages=["scikit-learn==0.22.1"],
    )
    env.inferencing_stack_version = "latest"
    return [definition(env)]


def spark_packages():
    env = Environment(name="sparkmlenv")
    env.docker.base_image = "microsoft/mmlspark:0.15"
    pip = ["azureml-defaults", "numpy==1.14.2", "scikit-learn==0.19.1", "pandas", "pydocumentdb"]
    env.python.conda_dependencies = CondaDependencies.create(pip_packages=pip)
    env.inferencing_stack_version = "latest"
    env.spark.precache_packages = True
    env.spark.repositories = ["https://example.org/maven"]
    env.spark.packages = [
        SparkPackage("com.microsoft.ml.spark", "mmlspark_2.11", "0.15"),
        SparkPackage(group="org.apache.hadoop", artifact="hadoop-azure", version="2.7.0"),
    ]
    return [definition(env)]


def r_packages():
    env = Environment(name="rpipeline-renv")
    env.docker.enabled = True
    env.r = RSection()
    tidyverse = RCranPackage()
    tidyverse.name = "tidyverse"
    tidyverse.version = "1.3.0"
    tidyverse.repository = "https://example.org/cran"
    env.r.cran_packages = [tidyverse]
    github = RGitHubPackage()
    github.repository = "team/analysis"
    env.r.github_packages = [github]
    env.r.custom_url_packages = ["https://example.org/packages/own_1.0.tar.gz"]
    env.r.bioconductor_packages = ["limma"]
    user_managed = Environment(name="r-custom-image")
    user_managed.docker.base_image = "team/r-base:4"
    user_managed.python.user_managed_dependencies = True
    user_managed.r = RSection()
    user_managed.r.user_managed = True
    return [definition(env), definition(user_managed)]


def environment_class():
    env = Environment(name="sikriml")
    for package in ["python=3.8", "pip=20.2.4", "cudatoolkit=11"]:
        env.python.conda_dependencies.add_conda_package(package)
    for package in ["Pillow", "pillow==9.0", "azureml-defaults", "Flask-Cors"]:
        env.python.conda_dependencies.add_pip_package(package)
    env.python.conda_dependencies.add_channel("pytorch")
    env.docker.base_image = DEFAULT_CPU_IMAGE
    env.environment_variables = {"APP": "web", "LOG_LEVEL": "debug"}
    # azureml-core takes `Pillow` and `pillow` for two packages.
    env.python.conda_dependencies.remove_pip_package("Pillow")
    return [definition(env)]


def versions_and_labels():
    env = Environment("competition")
    env.version = "2021.04"
    # azureml-core adds the address that its upload returned.
    env.python.conda_dependencies.add_pip_package(reference("mev-competition-0.1.9.tar.gz"))
    return [definition(env)]


def reference(name):
    import hashlib

    with open(name, "rb") as wheel:
        return f"azureml-workspace://wheels/{hashlib.sha256(wheel.read()).hexdigest()}/{name}"


def from_dockerfile():
    env = Environment.from_dockerfile(
        name="pong-cpu", dockerfile="Dockerfile", pip_requirements="requirements.txt"
    )
    without_comments(env)
    image = Environment.from_docker_image(
        name="pong-gpu", image="team/pong:1", conda_specification="environment.yml"
    )
    return [definition(env), definition(image)]


def without_comments(env):
    """Removes the comments and empty lines of a requirements file, which azureml-core takes for packages."""
    for entry in env.python.conda_dependencies._conda_dependencies["dependencies"]:
        if isinstance(entry, dict) and "pip" in entry:
            lines = [line.split(" #")[0].strip() for line in entry["pip"]]
            entry["pip"] = [line for line in lines if line and not line.startswith("#")]


def private_registry():
    env = Environment("lumonitor")
    env.docker.enabled = True
    env.docker.base_image = "lumonitor-azml:latest"
    env.docker.base_image_registry.address = "team.azurecr.io"
    env.docker.base_image_registry.username = "team"
    env.docker.base_image_registry.password = "hunter2hunter2"
    env.python.user_managed_dependencies = True
    env.environment_variables["PYTHONPATH"] = "/usr/lib/python3"
    # A password does not enter a definition here.
    env.docker.base_image_registry.password = None
    return [definition(env)]


def default_images():
    env = Environment("AutoMLForImagesEnv")
    env.docker.base_image = DEFAULT_GPU_IMAGE
    env.python.conda_dependencies = CondaDependencies.create()
    env.python.conda_dependencies.add_conda_package("numpy==1.18.5")
    env.python.conda_dependencies.add_conda_package("libffi=3.3")
    env.python.conda_dependencies.set_pip_requirements(
        ["azureml-core==1.37.0", "azureml-mlflow==1.37.0", "azureml-dataprep>=2.24.4"]
    )
    env.python.conda_dependencies.set_python_version("3.7")
    return [definition(env)]


def build_context():
    # azureml-core uploads a local folder and knows the address in the storage account only then; here the folder stays.
    context = DockerBuildContext(None, "context", "Dockerfile.dockerfile")
    env = Environment.from_docker_build_context(name="megatron-ds", docker_build_context=context)
    return [definition(env)]


def image_details():
    env = Environment("component")
    env.docker.base_image = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
    return [definition(Environment._deserialize_and_add_to_object(definition(env)))]


def dockerfile_text():
    env = Environment("spark-env-custom")
    for package in ["azureml-defaults", "mlflow", "pyspark"]:
        env.python.conda_dependencies.add_pip_package(package)
    env.docker.base_image = None
    env.docker.base_dockerfile = """FROM continuumio/miniconda3:4.9.2

ENV SPARK_VERSION 3.0.1
RUN apt-get -qq update && apt-get -qq -y install default-jre \\
    && conda install -c conda-forge pyspark=${SPARK_VERSION}
ENV PATH /opt/conda/bin:$PATH
"""
    env.inferencing_stack_version = "latest"
    return [definition(env)]


def private_wheel():
    env = Environment.from_pip_requirements(name="mlapp", file_path="requirements.txt")
    without_comments(env)
    env.docker.enabled = True
    env.python.user_managed_dependencies = False
    env.python.conda_dependencies.add_pip_package(reference("mlapp-2.0.0-py3-none-any.whl"))
    return [definition(env)]


def saved_folder():
    loaded = Environment.load_from_directory("saved")
    first = definition(loaded)
    loaded.name = "debug"
    loaded.python.conda_dependencies.add_pip_package("azure-debug-relay")
    loaded.save_to_directory("edited-in-python", overwrite=True)
    return [first, definition(Environment.load_from_directory("edited-in-python"))]


def conda_file():
    conda = CondaDependencies("environment.yml")
    conda.add_pip_package("hi-ml-azure==0.2.0")
    conda.set_pip_option("--extra-index-url https://example.org/private/simple")
    assert conda.get_python_version() == "3.7.3"
    env = Environment("HealthML")
    env.python.conda_dependencies = conda
    env.docker.base_image = "mcr.microsoft.com/azureml/openmpi4.1.0-cuda11.3-cudnn8-ubuntu20.04"
    env.environment_variables = {"AZUREML_OUTPUT_UPLOAD_TIMEOUT_SEC": "36000", "MKL_SERVICE_FORCE_INTEL": "1"}
    env.version = "a1"
    return [definition(env)]


def create_calls():
    environments = []
    with open("create_calls.json") as calls:
        for number, call in enumerate(json.load(calls)):
            env = Environment(f"create{number}")
            env.python.conda_dependencies = CondaDependencies.create(**call)
            environments.append(definition(env))
    return environments


scripts = [
    using_environments, manage_environment, train_on_local, image_classification, spark_packages, r_packages,
    environment_class, versions_and_labels, from_dockerfile, private_registry, default_images, build_context,
    image_details, dockerfile_text, private_wheel, saved_folder, conda_file, create_calls,
]
options = CondaDependencies.create(pip_packages=[]).pip_options
results = {
    script.__name__: [{"definition": made, "name": name(made)} for made in script()] for script in scripts
}
json.dump({"options": list(options), "scripts": results}, sys.stdout)
