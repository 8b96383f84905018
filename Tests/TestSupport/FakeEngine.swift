package import AzureMLSystem
internal import Foundation

/// A stand-in for an engine: a script that answers as Podman 4.3.1 does, and records its arguments.
package struct FakeEngine: Sendable {
    /// The answer about an image for its own platform.
    package static func image(_ id: String) -> String {
        "[{\"Id\":\"\(id)\",\"Os\":\"linux\",\"Architecture\":\"amd64\"}]"
    }

    /// The digest of every image that it builds.
    package static let digest = "sha256:" + String(repeating: "0", count: 64)

    private let scratch: ScratchFolder
    package let context: ProcessContext

    /// Makes an engine whose `build` runs the given shell script.
    package init(building script: String = "", named name: String = "podman", variables: [String: String] = [:]) throws
    {
        scratch = try ScratchFolder()
        try scratch.write(
            "bin/\(name)",
            """
            #!/bin/sh
            # Runs a program that SIGHUP ends again, as it ends the commands of a build.
            with_default_sighup() { perl -e '$SIG{HUP} = "DEFAULT"; exec @ARGV' "$@"; }
            echo "$*" >>"$FAKE/calls"
            env >>"$FAKE/variables"
            case "$*" in *my.azurecr.io/base:1*) kind=base ;; *) kind=image ;; esac
            case "$1 $2" in
            "version "*) read -r answer <"$FAKE/version" && echo "$answer" ;;
            "ps "*) cat "$FAKE/containers" ;;
            "login "*) cat >"$FAKE/password"; echo "Error: bad $(cat "$FAKE/password")" >&2; test ! -e "$FAKE/refuse" ;;
            "image inspect")
                test -e "$FAKE/$kind" || { echo "Error: no such image $3" >&2; exit 125; }
                cat "$FAKE/$kind" ;;
            "pull "*)
                case "$*" in *"$(cat "$FAKE/absent")"*) echo "Error: manifest unknown" >&2; exit 125 ;; esac
                test -e "$FAKE/remote-$kind" || { echo "Error: manifest unknown" >&2; exit 125; }
                cp "$FAKE/remote-$kind" "$FAKE/$kind" ;;
            "tag "*) ;;
            "push "*) cp "$FAKE/pushed" "$3" ;;
            "manifest inspect") cat "$FAKE/list" ;;
            "build "*)
            set -e
            \(script)
            labels='"a":"b"'
            platform=linux/amd64
            while test $# -gt 0; do
                test "$1" != --platform || platform=$2
                test "$1" != --label || labels="$labels,\\"${2%%=*}\\":\\"${2#*=}\\""
                shift
            done
            platform='"Os":"'"${platform%%/*}"'","Architecture":"'"${platform#*/}"'"'
            echo '[{"Id":"00","Digest":"\(Self.digest)",'"$platform"',"Labels":{'"$labels"'}}]' >"$FAKE/image" ;;
            *) exit 9 ;;
            esac
            """,
            mode: 0o755
        )
        try scratch.write("tmp/here", "")
        try scratch.write("calls", "")
        try scratch.write("version", "{\"Client\":{\"Version\":\"4.3.1\",\"OsArch\":\"linux/amd64\"}}\n")
        try scratch.write("containers", "[]")
        try scratch.write("absent", "@sha256:nothing")
        try scratch.write("base", "[{\"Id\":\"01\"}]")
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

    package var path: String { scratch.path }

    /// The arguments that it was given, one call per line.
    package var calls: String { get throws { try read("calls") } }

    /// The environment variables of all calls.
    package var variables: String { get throws { try read("variables") } }

    package var builds: Int {
        get throws { try calls.split(separator: "\n").filter { $0.hasPrefix("build ") }.count }
    }

    /// The names of the entries in the folder for temporary files.
    package var temporaryEntries: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/tmp").filter { $0 != "here" }
        }
    }

    package func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(scratch.path)/\(name)")), as: UTF8.self)
    }

    package func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(scratch.path)/\(name)")
    }

    package func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(scratch.path)/\(name)")
    }

    package func write(_ name: String, _ text: String) throws {
        try scratch.write(name, text)
    }

    package func run<Result>(_ work: () async throws -> Result) async throws -> Result {
        try await ProcessContext.$injected.withValue(context, operation: work)
    }
}
