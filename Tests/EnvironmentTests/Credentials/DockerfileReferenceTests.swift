import AzureMLSupport
import Testing

@testable import Environment

/// References in a Dockerfile: those that builders and shells replace, and texts that only look like them.
@Suite struct DockerfileReferenceTests {
    private static func isSilent(_ lines: String) -> Bool {
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = "FROM a\n\(lines)\n"
        return environment.secretDiagnostics == [] && !environment.isRefused
    }

    @Test(arguments: [
        "RUN curl \"https://$user:$pw@h/s\"", "ENV A=https://u:$pw@h/s", "ADD https://u:$pw@h/s /x",
        "RUN bash -c 'curl https://u:$pw@h/s'", "RUN <<E\ncurl https://u:$pw@h/s\nE", "LABEL a=\"https://u:$pw@h\"",
        "COPY <<E /x\nindex-url = https://u:$pw@h/s\nE", "RUN curl https://h?token=$(cat /run/secrets/t)",
        "RUN <<'E'\ncurl https://u:$pw@h/s\nE", "RUN curl https://h?token=$TOKEN|sh",
        "RUN curl \"https://h?token=$A\"|sh",
        "ONBUILD ADD [\"https://u:$pw@h/f\", \"/x\"]", "RUN bash -c 'curl https://u:`pw`@h/s'",
        "RUN sh -c 'true' && bash -c 'curl https://u:$pw@h/s'", "ENV A_TOKEN=${B%.*}",
        "RUN <<E\ncurl \"https://h/api?token=$(cat /run/secrets/t)\"\nE", "RUN su u --command='curl https://u:$pw@h/s'",
        "RUN conda run -n python38 bash -c 'curl https://u:$pw@h/s'", "RUN echo 'curl https://u:$pw@h/s' > /x.sh",
        "COPY <<'E' /etc/nginx/conf.d/x.conf\nproxy_pass https://api/x?token=$arg_token;\nE",
        "RUN cat <<'E' >> /root/.bashrc\nexport https_proxy=http://$user:$pw@proxy:8080\nE",
        "COPY <<E /entry.sh\n#!/bin/sh\nexport C=\"AccountKey=$(cat /run/secrets/k)\"\nE",
        "COPY <<'E' /x.sh\ncurl https://u:$pw@h/s\nE",
        "RUN cat <<'E' > /run.sh && pip install -r requirements.txt\ncurl https://$user:$pw@h/s\nE",
        "RUN curl https://h?token=${TOKEN//+/%2B}",
    ])
    func `the references that builders and shells replace are accepted`(lines: String) {
        #expect(Self.isSilent(lines))
    }

    @Test(arguments: [
        "COPY <<'E' /etc/pip.conf\nindex-url = https://u:$ecret9@h/s\nE",
        "RUN apt install zsh && cat <<\"E\" >/etc/pip.conf\nindex-url = https://u:$ecret9@h/s\nE",
        "ADD <<'E' /x.ini\nS=a;Password=$ecret9\nE", "RUN /tools/write.sh 'index-url = https://u:$ecret9@h/s'",
        "RUN su u --command='curl https:/\"/\"u:hunter2@h'",
        "RUN apt install linux-headers-$(uname -r) && echo 'index-url = https://u:$ecret9@h/s' > /x",
        "RUN sh -c 'true x' && echo 'index-url = https://u:$ecret9@h/s' > /x",
        "RUN sh -c 'true x'; echo 'index-url = https://u:$ecret9@h/s' > /x",
        "RUN echo 'https://u:`hunter2@h' > /x", "RUN [\"curl\", \"https://u:`hunter2`@h\"]",
        "ENV DB_PASSWORD=$(hunter2)", "ENV DB_PASSWORD=`hunter2`", "ARG DB_PASSWORD=`hunter2",
        "ENV A=https://u:$(hunter2)@h", "ENV A=S=a;Password=$(hunter2)", "RUN curl \"https://h?token=$A|hunter2\"",
        "RUN curl \"https://h?token=$A,hunter2\"", "RUN curl 'https://h?token=$A,hunter2'",
        "ENV DB_PASSWORD=${A/b/hunter2}", "ENV DB_PASSWORD=${A//b/hunter2}",
    ])
    func `texts that nothing replaces are not references`(lines: String) {
        #expect(!Self.isSilent(lines))
    }

    @Test(arguments: [
        "RUN conda install 'python=3.8|3.9' -c https://h/t/hunter2/main",
        "RUN echo \"step # 1\" && conda install -c https://h/t/hunter2/main a",
        "RUN [\"conda\", \"install\", \"-chttps://h/t/hunter2/main\"]",
        "RUN bash -lc \"conda install 'a;b' -c https://h/t/hunter2/main\"",
        "RUN echo '- https://h/t/hunter2/main' >> /root/.condarc",
        "RUN echo \"conda install -c https://h/t/hunter2/main a\" >> /root/.bashrc",
        "RUN echo \"conda install -c https://h/t/hunter2/main\" | bash",
        "ENV INSTALL=\"conda install -c https://h/t/hunter2/main a\"",
        "COPY <<E /x.sh\nbash -lc \"conda install -c https://h/t/hunter2/main a\"\nE",
        "COPY <<E /x.py\nos.system(\"conda install -c https://h/t/hunter2/main\")\nE",
        "RUN conda run -n python38 bash -c \"conda install -c https://h/t/hunter2/main\"",
        "RUN su u --command='conda install -c https://h/t/hunter2/main'",
        "RUN su u -c\"conda install -c https://h/t/hunter2/main\"",
        "RUN echo '- https://h/t/hunter2/main' | tee -a /root/.condarc",
        "RUN echo '- https://h/t/hunter2/main' >> environment.yml",
        "RUN echo - https://h/t/hunter2/main >> environment.yml",
        "RUN (echo - https://h/t/hunter2/main) | tee environment.yml",
        "RUN echo \"conda install -y https://h/t/hunter2/main/noarch/p.conda\" | bash",
        "RUN echo \"conda install --channel=https://h/t/hunter2/main\" | bash",
        "RUN conda install -c ftp://h/t/hunter2/main a", "RUN conda install -c s3://h/t/hunter2/main a",
    ])
    func `a short token of conda is found, whatever quotes contain`(line: String) {
        #expect(!Self.isSilent(line))
    }

    @Test(arguments: [
        "RUN conda install a # https://forum/t/topic/1", "RUN conda install a && curl https://forum/t/topic/1",
        "RUN conda install a; curl https://forum/t/topic/1", "RUN curl 'https://forum/t/topic/1' | conda install a",
        "# a\nRUN conda install \"a\"; curl https://forum/t/topic/1",
        "# a\nRUN conda install \"a\" # https://forum/t/topic/1", "RUN echo 'conda is at https://forum/t/topic/1'",
        "RUN echo \"docs: https://forum/t/topic/1\" > /app/config.yaml",
    ])
    func `other commands have folders named t`(line: String) {
        #expect(Self.isSilent(line))
    }
}
