import AzureMLSupport
import AzureMLSystem
import Testing

@testable import ImageBuild

/// The explanations of failed builds. The engines' lines are from Buildah 1.28.2, Podman 4.3.1 and Docker 20.10.24.
@Suite struct BuildFailureTests {
    @Test(
        arguments: BuildOutputStyle.allCases,
        [
            (["/bin/sh: 1: conda: not found"], "the base image has no conda"),
            (["ResolvePackageNotFound:", "  - nope"], "conda finds no package"),
            (["cp: error writing '/x': No space left on device", "conda: not found"], "the base image has no conda"),
            (["cp: error writing '/x': No space left on device"], "the disk on which the engine keeps its images"),
            (["ERROR: No matching distribution found for nope"], "pip finds no package"),
            (
                [
                    "WARNING: 401 Error, Credentials not correct for https://feeds.example.org/simple/a/",
                    "ERROR: No matching distribution found for a",
                ], "a package index or channel refuses access"
            ), (["CondaHTTPError: HTTP 000 CONNECTION FAILED"], "a command of the build cannot reach the network"),
            (["exec /bin/sh: exec format error"], "the base image is made for another processor"),
        ]
    )
    func `the cause of a failed command is found in its output`(
        _ style: BuildOutputStyle,
        _ row: (lines: [String], beginning: String)
    ) {
        let failure = ImageBuildFailure(style, commandLines: row.lines)
        #expect(failure.step?.instruction == "RUN y")
        #expect(failure.explanation?.hasPrefix(row.beginning) == true, "\(failure)")
        #expect(failure.hint != nil)
    }

    @Test(
        arguments: BuildOutputStyle.allCases,
        [
            "connection refused", "Error: connection refused", "HTTP 401 unauthorized: authentication required",
            "Killed",
            "chown: changing ownership of '/x': Operation not permitted", "manifest unknown", "no such image",
            "PermissionError: [Errno 13] Permission denied: '/data'", "Collecting skilled-worker",
        ]
    )
    func `a command that prints the words of an engine gets no false explanation`(
        _ style: BuildOutputStyle,
        _ line: String
    ) {
        let explanation = ImageBuildFailure(style, commandLines: [line]).explanation
        #expect(explanation == nil || explanation == "a package index or channel refuses access")
    }

    @Test(arguments: BuildOutputStyle.allCases) func `the output of an earlier command is not a cause`(
        _ style: BuildOutputStyle
    ) {
        let earlier =
            switch style {
            case .classicDocker: ["Step 1/3 : RUN x", "/bin/sh: conda: not found"]
            case .buildKit: ["#3 [0/2] RUN x", "#3 [1/3] RUN x", "#3 0.1 /bin/sh: conda: not found", "#3 DONE 0.1s"]
            case .buildah: ["STEP 1/3: RUN x", "/bin/sh: conda: not found"]
            }
        #expect(ImageBuildFailure(style, earlier + style.lines(ofCommand: ["no"])).explanation == nil)
    }

    @Test(arguments: BuildOutputStyle.allCases) func `a killed command is recognized by its exit status`(
        _ style: BuildOutputStyle
    ) {
        let failure = ImageBuildFailure(style, commandLines: ["Solving environment"], code: 137)
        #expect(failure.explanation?.hasPrefix("a command was killed") == true)
    }

    @Test(arguments: [
        (
            BuildOutputStyle.buildah, ["STEP 1/2: FROM x", "Error: manifest unknown: manifest unknown"],
            "there is no such"
        ),
        (
            .buildKit,
            [
                "#3 [internal] load metadata for h/no/such:1", "#3 ERROR: h/no/such:1: not found", "------",
                "ERROR: failed to create LLB definition: h/no/such:1: not found",
            ], "there is no such base image"
        ),
        (
            .classicDocker, ["Step 1/2 : FROM x", "Head \"https://h/v2/a/manifests/1\": no basic auth credentials"],
            "the registry refuses access"
        ),
        (
            .buildah, ["STEP 1/2: FROM x", "Error: unauthorized: authentication required"],
            "the registry refuses access"
        ),
        (.buildah, ["Error: dial tcp: lookup mcr.microsoft.com: no such host"], "the network or the registry"),
        (
            .classicDocker, ["Step 1/1 : FROM x", "dial tcp 127.0.0.1:5000: connect: connection refused"],
            "the network or"
        ),
        (
            .buildah,
            [
                "STEP 2/2: RUN y", "error running container: unshare: Operation not permitted",
                "Error: building at STEP \"RUN y\": while running runtime: exit status 1",
            ], "the engine lacks a permission"
        ),
        (
            .buildah,
            [
                "STEP 2/2: RUN y", "subprocess exited on killed",
                "Error: building at STEP \"RUN y\": exit status 1",
            ], "a command was killed"
        ),
        (
            .buildKit, ["ERROR: BuildKit is enabled but the buildx component is missing or broken."],
            "BuildKit is turned on"
        ),
        (
            .classicDocker,
            ["Step 2/2 : RUN y", "OCI runtime create failed: exec: \"/bin/sh\": stat /bin/sh: no such file"],
            "the base image has no shell"
        ),
    ])
    func `the cause of a failed engine is found in its own lines`(
        _ style: BuildOutputStyle,
        _ lines: [String],
        _ beginning: String
    ) {
        expectExplanation(beginning, style, lines)
    }

    func expectExplanation(_ beginning: String, _ style: BuildOutputStyle, _ lines: [String]) {
        let failure = ImageBuildFailure(style, lines)
        #expect(failure.explanation?.hasPrefix(beginning) == true, "\(failure)")
        #expect(failure.hint != nil)
    }

    /// Messages of a failed pull by Docker 20.10.24 with both builders, Podman 4.3.1 and Buildah 1.28.2.
    @Test(arguments: [
        (
            BuildOutputStyle.classicDocker,
            [
                "Step 1/2 : FROM my.azurecr.io/x",
                "Get \"https://my.azurecr.io/v2/\": dial tcp: lookup my.azurecr.io: no such host",
            ]
        ),
        (
            .buildKit,
            [
                "#3 [internal] load metadata for my.azurecr.io/x:1",
                "#3 ERROR: failed to do request: Head \"https://my.azurecr.io/v2/x/manifests/1\": dial tcp: "
                    + "i/o timeout",
                "ERROR: failed to solve: my.azurecr.io/x:1: failed to do request: dial tcp: i/o timeout",
            ]
        ),
        (
            .buildah,
            [
                "Trying to pull my.azurecr.io/x:1...",
                "Error: initializing source docker://my.azurecr.io/x:1: pinging container registry my.azurecr.io: Get "
                    + "\"https://my.azurecr.io/v2/\": dial tcp: lookup my.azurecr.io: no such host",
            ]
        ),
        (
            .buildah,
            [
                "STEP 1/2: FROM my.azurecr.io/x:1",
                "Error: creating build container: initializing source docker://my.azurecr.io/x:1: pinging container "
                    + "registry my.azurecr.io: dial tcp 10.0.0.1:443: connect: connection refused",
            ]
        ),
    ])
    func `a pull that fails does not propose a network for the commands of the build`(
        _ style: BuildOutputStyle,
        _ lines: [String]
    ) throws {
        let failure = ImageBuildFailure(style, lines)
        #expect(failure.explanation == "the network or the registry cannot be reached")
        #expect(try !#require(failure.hint).contains("AZUREML_CONTAINER_NETWORK"))
    }

    @Test(arguments: [
        (
            BuildOutputStyle.classicDocker,
            [
                "Step 1/2 : FROM my.azurecr.io/x",
                "Get \"https://my.azurecr.io/v2/\": x509: certificate signed by unknown authority",
            ], "the engine does not trust"
        ),
        (
            .buildKit,
            ["#3 ERROR: failed to do request: tls: failed to verify certificate: x509: certificate has expired"],
            "the engine does not trust"
        ),
        (
            .buildah,
            [
                "Error: pinging container registry h: Get \"https://h/v2/\": x509: certificate signed by unknown "
                    + "authority"
            ],
            "the engine does not trust"
        ),
        (
            .classicDocker,
            ["Step 2/2 : COPY a b", "COPY failed: file not found in build context: stat a: file does not exist"],
            "an instruction copies a file"
        ),
        (
            .buildKit,
            [
                "#5 [2/2] COPY a b", "#5 ERROR: failed to calculate checksum of ref 01::02: \"/a\": not found",
                "ERROR: failed to solve: failed to compute cache key: \"/a\": not found",
            ], "an instruction copies a file"
        ),
        (
            .buildah,
            [
                "STEP 2/2: COPY a b",
                "Error: building at STEP \"COPY a b\": checking on sources under \"/ctx\": copier: stat: "
                    + "\"/a\": no such file or directory",
            ], "an instruction copies a file"
        ),
    ])
    func `certificates and missing files are found in the lines of an engine`(
        _ style: BuildOutputStyle,
        _ lines: [String],
        _ beginning: String
    ) {
        expectExplanation(beginning, style, lines)
    }

    @Test(arguments: [
        ("Error: committing: writing blob: write /var/tmp/storage1/1: no space left on device", "/var/tmp/storage1/1"),
        ("failed to register layer: mkdir /var/lib/docker/x: no space left on device", "/var/lib/docker/x"),
    ])
    func `a full disk is named by the file that did not fit`(_ line: String, _ path: String) {
        for style in BuildOutputStyle.allCases {
            let failure = ImageBuildFailure(style, [line])
            #expect(failure.explanation == "the disk that holds '\(path)' is full")
            #expect(failure.hint?.contains("TMPDIR") == true)
        }
    }

    @Test(arguments: [(["TMPDIR": "/full"], "/full"), ([:], "/var/tmp")])
    func `a layer that does not fit among the temporary files names their folder`(
        _ variables: [String: String],
        _ path: String
    ) {
        let line =
            "Error: committing container for step {Command:run}: initializing source containers-storage:x: "
            + "storing layer \"0123\" to file: io: read/write on closed pipe"
        let context = ProcessContext(variables: variables, homeDirectory: "/", currentDirectory: "/")
        let failure = ProcessContext.$injected.withValue(context) {
            ImageBuildFailure(.buildah, ["STEP 2/2: RUN y", "100 KiB copied", line])
        }
        #expect(failure.explanation == "the disk that holds '\(path)' is full")
    }

    @Test func `an engine that was killed is named as the cause`() {
        let ending = "the engine \(Command.ExitStatus.killed(signal: 9))"
        let failure = ImageBuildFailure(.buildah, ["Solving environment"], ending: ending)
        #expect(failure.explanation?.hasPrefix("a command was killed") == true)
    }

    @Test func `an unknown failure shows its step and its last line`() {
        let failure = ImageBuildFailure(.classicDocker, ["Step 2/3 : RUN make", "gcc: \u{1B}[31mbad", ""], ending: "x")
        #expect(failure.explanation == nil)
        #expect(failure.description.hasPrefix("step 2 of 3 'RUN make' failed: gcc: \\u{1B}[31mbad\n"))
        #expect(!failure.description.contains("\u{1B}"))
    }
}
