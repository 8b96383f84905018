import AzureMLSupport
import Foundation

/// A program that answers as Podman 4.3.1 does, and writes down what it is told.
struct FakeEngine {
    private let scratch: ScratchFolder
    let context: ProcessContext

    /// Makes one whose `build` runs the given lines of a shell.
    init(building script: String = "", named name: String = "podman", variables: [String: String] = [:]) throws {
        scratch = try ScratchFolder()
        try scratch.write(
            "bin/\(name)",
            """
            #!/bin/sh
            echo "$*" >>"$FAKE/calls"
            tr '\\0' '\\n' </proc/self/environ >>"$FAKE/calls"
            case "$1 $2" in
            "version "*) echo '{"Client":{"Version":"4.3.1","OsArch":"linux/amd64"}}' ;;
            "ps "*) echo '[]' ;;
            "login "*) cat >"$FAKE/password"; echo "Error: bad $(cat "$FAKE/password")" >&2; test ! -e "$FAKE/refuse" ;;
            "image inspect")
                test -e "$FAKE/image" || { echo "Error: no such image $3" >&2; exit 125; }
                cat "$FAKE/image" ;;
            "build "*)
            set -e
            \(script)
            echo '[{"Id":"00","Digest":"sha256:\(String(repeating: "0", count: 64))","Labels":{"a":"b"}}]' >"$FAKE/image" ;;
            *) exit 9 ;;
            esac
            """,
            mode: 0o755
        )
        try scratch.write("tmp/here", "")
        try scratch.write("calls", "")
        let own = [
            "PATH": "\(scratch.path)/bin:/usr/bin:/bin", "FAKE": scratch.path, "TMPDIR": "\(scratch.path)/tmp",
            "AZUREML_CONTAINER_ENGINE": "\(scratch.path)/bin/\(name)",
        ]
        context = ProcessContext(
            variables: own.merging(variables) { $1 },
            homeDirectory: scratch.path,
            currentDirectory: scratch.path
        )
    }

    /// All arguments and variables that it was given.
    var calls: String { get throws { try read("calls") } }

    var builds: Int {
        get throws { try calls.split(separator: "\n").filter { $0.hasPrefix("build ") }.count }
    }

    /// What lies in the folder for temporary files.
    var temporaries: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/tmp").filter { $0 != "here" }
        }
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(scratch.path)/\(name)")), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(scratch.path)/\(name)")
    }

    func write(_ name: String, _ text: String) throws {
        try scratch.write(name, text)
    }

    func run<Result>(_ work: () async throws -> Result) async throws -> Result {
        try await ProcessContext.$injected.withValue(context, operation: work)
    }
}
