import AzureMLSupport
import DockerSyntax
import Testing

/// Credentials in the lines of Dockerfiles, and the words in which secrets can be.
@Suite struct DockerfileCredentialTests {
    @Test(
        arguments: [
            ("FROM a\nRUN curl \"https://me\":hunter2@h/s\n", [2..<Int.max]),
            ("FROM a\nENV A=https://me:\\\n  \n\nhunter2@h/s\nRUN id\n", [2..<6, 5..<6]),
            ("# escape=`\nFROM a\nENV A=https://me:`\nhunter2@h/s\n", [3..<Int.max]),
            ("\u{FEFF}# escape=`\nFROM a\nENV A=https://me:`\nhunter2@h/s\n", [3..<Int.max]),
            ("FROM a\nRUN [\"curl\", \"https://me:hunter2\\u0040h/s\"]\n", [2..<Int.max]),
            ("FROM a\nRUN sh -c 'curl \"https://me\":hunter2@h/s'\n", [2..<Int.max]),
            ("FROM a\nRUN [\"sh\", \"-c\", \"curl 'https://me':hunter2@h/s\"]\n", [2..<Int.max]),
            ("FROM a\nRUN su - u -c \"sh -c 'curl \\\"https://me\\\":hunter2@h/s'\"\n", [2..<Int.max]),
            ("FROM a\nRUN <<E\ncurl \"https://me\":hunter2@h/s\nE\n", [2..<Int.max]),
            ("FROM a\nRUN bash -ce 'curl \"https://me\":hunter2@h/s'\n", [2..<Int.max]),
            ("FROM a\nRUN sh -c -- 'curl \"https://me\":hunter2@h/s'\n", [2..<Int.max]),
            ("FROM a\nRUN eval 'curl \"https://me\":hunter2@h/s'\n", [2..<Int.max]),
            ("FROM a\nRUN curl https:/me:hunter2@h/s\n", [2..<Int.max]),
            ("FROM a\nENV CONDA_CHANNEL_ALIAS=https://h/t/hunter2/x\n", [2..<Int.max]),
            ("# syntax=me:hunter2@h\nFROM a\n", [1..<2]),
            ("#!/x\n# syntax=me:hunter2@h\nFROM a\n", [2..<3]), ("// syntax=me:hunter2@h\nx\n", [1..<2]),
            ("#!/x\n// Syntax = me:hunter2@h\nFROM a\n", [2..<3]), ("{\"syntax\": \"me:hunter2@h\"}\n", [1..<Int.max]),
            ("#!/x\n{\"a\": [],\n\"syntax\": \"me:hunter2@h\"}\n", [2..<Int.max]),
            ("FROM a\nRUN curl 'https://me:$hunter2@h/s'\n", [2..<Int.max]),
            ("FROM a\nRUN curl https://me:\\$hunter2@h/s\n", [2..<Int.max]),
            ("FROM a\nRUN curl \"https://me:\\$hunter2@h/s\"\n", [2..<Int.max]),
            ("FROM a\nRUN [\"curl\", \"https://me:$hunter2@h/s\"]\n", [2..<Int.max]),
            ("FROM a\nENV A='https://h/?token=$hunter2'\n", [2..<Int.max]),
            ("FROM a\nRUN conda config --add channels 'https://me:$hunter2@h'\n", [2..<Int.max]),
            ("FROM a\nRUN sh -c \"curl 'https://me:\\$hunter2@h/s'\"\n", [2..<Int.max]),
            ("FROM a\nRUN <<E\ncurl 'https://me:$hunter2@h/s'\nE\n", [2..<Int.max]),
            ("FROM a\nRUN x=\"$(curl https:/'/'me:hunter2@h/s)\"\n", [2..<Int.max]),
            ("FROM a\nRUN x=\"$(curl -a \"b c\" https:/'/'me:hunter2@h/s)\"\n", [2..<Int.max]),
            ("FROM a\nRUN x=\"`curl https:/'/'me:hunter2@h/s`\"\n", [2..<Int.max]),
            ("FROM a\nRUN conda install -c https://h/t/hunter2/main numpy\n", [2..<Int.max]),
            ("FROM a\nRUN id && /opt/bin/mamba install \"https://h/t/hunter2/main::numpy\"\n", [2..<Int.max]),
            ("FROM a\nRUN [\"conda\", \"install\", \"-c\", \"https://h/t/hunter2/main\"]\n", [2..<Int.max]),
            ("FROM a\nRUN sh -c 'conda install -c https://h/t/hunter2/main'\n", [2..<Int.max]),
            ("FROM a\nRUN <<E\nconda install -c https://h/t/hunter2/main\nE\n", [2..<Int.max]),
            ("FROM a\nCOPY <<E /root/.condarc\nchannel_alias: https://h/t/hunter2\nE\n", [2..<Int.max]),
            ("FROM a\nRUN true&&conda install -c https://h/t/hunter2/main\n", [2..<Int.max]),
            ("FROM a\nRUN \"$(which mamba)\" install -chttps://h/t/hunter2/main\n", [2..<Int.max]),
            ("FROM a\nRUN CONDA_CHANNELS=https://h/t/hunter2/main conda install a\n", [2..<Int.max]),
            ("FROM a\nONBUILD ENV CONDA_CHANNELS=https://h/t/hunter2/main\n", [2..<Int.max]),
            ("FROM a\nARG CHANNEL=https://h/t/hunter2/main\n", [2..<Int.max]),
            ("FROM a\nRUN curl https://u:${B:-hunter2}@h/s\n", [2..<Int.max]),
            ("FROM a\nENV HTTP_PROXY=me:hunter2@proxy:3128\n", [2..<Int.max]),
            ("FROM a\nCOPY <<E /env.yml\nchannels:\n- https://h/t/hunter2/main\nE\n", [2..<Int.max]),
            ("ARG I=me:hunter2@h\nFROM $I\n", [1..<2]), ("ARG A=me:hunter2@h\nARG B=${A}/b\nFROM ${B:-c}\n", [1..<2]),
            ("FROM a\nENV I=\"me:hunter2@h\" J=$I\nCOPY --from=$J /a /b\n", [2..<3]),
        ] as [(String, [Range<Int>])]
    )
    func `a credential is found in the lines of its instruction`(dockerfile: String, lines: [Range<Int>]) {
        #expect(DockerfileCredentials(in: dockerfile).lines.contains(lines[0]))
        let masked = dockerfile.maskingDockerfileCredentials
        #expect(!masked.contains("hunter2"))
        #expect(masked.utf8.count == dockerfile.utf8.count)
        #expect(masked.maskingDockerfileCredentials == masked)
    }

    @Test func `only what is hidden from the text is masked as a whole`() {
        let text = "FROM a\nRUN curl https://me:hunter2@h/s\nRUN curl https://me:\\\nhunter2@h/s\nRUN id\n"
        let masked = "FROM a\nRUN curl https://**:*******@h/s\n*** **** ************\n***********\nRUN id\n"
        #expect(text.maskingDockerfileCredentials == masked)
        #expect(
            "FROM a\nENV A=ghp_01234567\\\n89abcdefghij\n".maskingDockerfileCredentials
                == "FROM a\n*** ***************\n************\n"
        )
    }

    @Test(arguments: [
        "FROM a\nENV A=xoxp-1-\\\nhunter2\n", "FROM a\nENV A=xoxp-1-\\\n  \n\nhunter2\n",
        "FROM a\nENV A=xoxp-1-\"hunter2\"\n",
        "FROM a\nRUN curl 'https://h/?token=abcdefghijklmnopqrst'\"hunter2\"\n",
        "FROM a\nRUN curl https://h/?token=abcdefghijklmnopqrst\\\nhunter2\n",
        "# escape=`\nFROM a\nENV A=xoxp-1-`\nhunter2\n",
        "FROM a\nRUN <<E\ncurl -H xoxp-1-\\\nhunter2\nE\n", "FROM a\nRUN <<E\ncurl -H xoxp-\"1-hunter2\"\nE\n",
        "FROM a\nRUN sh -c 'curl -H xoxp-\"1-hunter2\"'\n",
    ])
    func `the rest of a credential whose first part is one is masked as well`(dockerfile: String) {
        #expect(!dockerfile.maskingDockerfileCredentials.contains("hunter2"))
    }

    @Test(arguments: [
        "FROM a\nENV X='{\"url\":\"https://host\",\"mail\":\"me@x\"}'\n",
        "FROM a\nRUN echo \"it's <https://h>\" me@x\n",
        "FROM a\nRUN curl \"https://h/a?token=${TOKEN}\" 'b@c'\n", "FROM a\nCMD [\"curl\", \"https://h?token=$T\"]\n",
        "FROM a\nRUN echo '{\"url\":\"https://host\",\"mail\":\"me@x\"}' >/a && sh -c 'echo a' && id\n",
        "FROM a\nRUN cat <<E >/a\n{\"url\":\"https://host\",\"mail\":\"me@x\"}\nE\n",
        "FROM a\nRUN sed -i 's@http://a.example@http://b.example@g' /etc/apt/sources.list\n",
        "FROM a\nRUN sed -i 's@https://a:443@https://b:443@' /x\n",
        "FROM a\nRUN git clone https://$T@h/a.git https://x-access-token:$T@h https://u:${T:?missing}@h\n",
        "ARG D=sha256:0\nFROM a@$D\nFROM h/a@${D}\n",
        "FROM a\n# see \"https://host\">me@x\n", "ARG MAIL=me@x\nARG I=a@sha256:0\nFROM $I\n",
        "FROM a\nRUN curl \"https://me:$t@h/s\" 'https://me:$TOKEN@h/s' 'https://me:${t}@h/s'\n",
        "FROM a\nRUN bash -c 'curl https://me:$t@h/s'\nRUN [\"sh\", \"-c\", \"curl https://me:$t@h/s\"]\n",
        "FROM a\nRUN x=\"$(curl \"https://me:$t@h/s\" | jq '.a')\"\nRUN <<E\ncurl \"https://me:$t@h/s\"\nE\n",
        "FROM a\nRUN conda config --add channels b # https://h/t/topic/1\n",
        "FROM a\nRUN <<E\nconda config --add channels b\n# https://h/t/topic/1\nE\n",
        "FROM a\nRUN conda config --remove channels b && curl https://h/t/a.tgz\n",
        "FROM a\nRUN conda install -c \"https://h/t/$(cat /run/secrets/t)/x\" -c https://h/t/`cat /a`/x b\n",
        "FROM a\nRUN curl https://u:$(cat /a)@h/s https://$(a)@h/s https://u:`cat /a`@h/s\n",
        "FROM a\nRUN curl \"https://h?token=$(cat /a)&x=1\" 'https://h?token='\"$t\"\n",
        "FROM a\nRUN curl https://h?token=$t; ls\nRUN curl https://h?token=$t|tar x\nRUN curl https://h?token=$t&&ls\n",
        "FROM a\nADD [\"https://u:$t@h/s\", \"/x\"]\nRUN bash -lc \"curl https://u:\\$t@h/s\"\n",
        "FROM a\nRUN printf 'https://%s:%s@h' a b && python -c \"f'https://{u}:{p}@h'\" && echo 'https://{{u}}:{{p}}@h'\n",
        "FROM a\nRUN curl https://u:${A:-}@h/s https://u:${A:-$B}@h/s\n",
        "#!/x\n# syntax=docker/dockerfile:1@sha256:0\nFROM a\n", "{\"a\": \"me@x\"}", "// me@x\nFROM a\n",
        "FROM a\nRUN conda install numpy && curl https://h/t/topic/1\n",
        "FROM a\nRUN conda install numpy ; curl https://h/t/topic/1 # conda https://h/t/topic/2\n",
        "FROM a\nRUN conda install -c https://h/t/$t/main # see https://h/t/topic/2\n",
        "FROM a\nRUN pip install -i https://${USER}:\\\n${PASSWORD}@h/s\n",
    ])
    func `quotes and references in a Dockerfile are not credentials`(dockerfile: String) {
        #expect(DockerfileCredentials(in: dockerfile.replacing("$T\"", with: "${T}\"")).lines == [])
    }

    private static func instruction(_ line: String) throws -> InstructionText {
        try #require(DockerfileLines(line).lines.first).instruction
    }

    @Test(
        arguments: [
            ("ENV A=1 B=\"x y\" 'C'=z", ["A=1", "B=x y", "C=z"]), ("ENV A b  c", ["A=b c"]), ("ENV A=b\\ c", ["A=b c"]),
            ("ARG A", []), ("ARG A=b C=", ["A=b", "C="]), ("RUN A=b", []), ("ENV A=b=c", ["A=b=c"]),
        ] as [(String, [String])]
    )
    func `ENV and ARG set variables`(line: String, assignments: [String]) throws {
        #expect(try Self.instruction(line).assignments.map { "\($0.name)=\($0.value)" } == assignments)
    }

    @Test(
        arguments: [
            ("COPY --from=a b 'c d' /e", ["b", "c d"]), ("ADD [\"a b\", \"c\"]", ["a b"]), ("RUN a b", []),
            ("COPY a", []),
        ] as [(String, [String])]
    )
    func `COPY and ADD take files`(line: String, files: [String]) throws {
        #expect(try Self.instruction(line).copiedFiles == files)
    }
}
