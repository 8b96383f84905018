import CondaDependencies
import Environment
import Testing
import Workspace

@testable import ImageBuild

/// The causes of failed commands. The output is that of pip 23.2.1 and git 2.39 when these failures were provoked, and
/// that of conda and older versions of pip in public logs.
@Suite struct CommandFailureTests {
    /// The output of a command, and the beginning of the explanation; `nil` when there is none.
    struct Row: Sendable, CustomTestStringConvertible {
        let lines: [String]
        let beginning: String?

        init(_ beginning: String?, _ lines: [String]) {
            self.lines = lines
            self.beginning = beginning
        }

        var testDescription: String { lines.last ?? "" }
    }

    static let pipFails = ["", "CondaEnvException: Pip failed", ""]
    static let noNumpy = [
        "ERROR: Could not find a version that satisfies the requirement numpy (from versions: none)",
        "ERROR: No matching distribution found for numpy",
    ]

    @Test(arguments: BuildOutputStyle.allCases, access + packages + sources + pythons + connections + warnings)
    func `the output of a command gets the explanation of its cause and no other`(
        _ style: BuildOutputStyle,
        _ row: Row
    ) {
        // Docker's classic builder colours the standard error stream.
        let coloured = row.lines.map { style == .classicDocker ? "\u{1B}[91m\($0)\u{1B}[0m" : $0 }
        for lines in [row.lines, coloured] {
            let failure = ImageBuildFailure(style, commandLines: lines)
            guard let beginning = row.beginning else {
                #expect(failure.explanation == nil, "\(failure)")
                continue
            }
            #expect(failure.explanation?.hasPrefix(beginning) == true, "\(failure)")
            #expect(failure.hint != nil)
        }
    }

    @Test func `a version that pip did not leave out is not explained by the version of Python`() {
        let lines = Self.noVersion("numpy==2.5.0", ignored: ["2.0.2", "2.1.0"])
        let failure = ImageBuildFailure(.buildah, commandLines: lines)
        #expect(failure.explanation == "pip finds no package for an entry of the specification")
    }

    @Test func `the output of pip before it succeeds is not a cause`() {
        let lines = Self.noNumpy + ["Successfully installed numpy-2.1.0", "AssertionError"]
        #expect(ImageBuildFailure(.buildah, commandLines: lines).explanation == nil)
    }

    @Test func `the SDK accepts the values that hints propose`() async throws {
        var dependencies = CondaDependencies()
        try dependencies.setPipIndexURL("https://${FEED_USER}:${FEED_TOKEN}@feeds.example.org/simple/")
        try dependencies.addChannel("conda-forge")
        try dependencies.addChannel("nodefaults")
        try dependencies.addCondaPackage("git")
        try dependencies.setPythonVersion("3.10")
        try dependencies.setPipOption("--trusted-host feeds.example.org")
        try dependencies.addPipPackage("six==1.16.0 --hash=sha256:\(String(repeating: "0", count: 64))")
        #expect(!dependencies.diagnostics.contains { $0.severity == .error })

        var environment = Environment(name: "proposed")
        environment.python.condaDependencies = dependencies
        environment.docker.baseImage = nil
        environment.docker.baseDockerfile = "FROM debian:12\nENV CONDA_PLUGINS_AUTO_ACCEPT_TOS=yes PIP_NO_CACHE_DIR=1\n"
        let registered = try await environment.register(workspace: try Workspace.inMemory(name: "ws"))
        #expect(registered.version == "1")
    }
}
