import AzureMLSupport
import DockerSyntax
import Foundation
import HostileInput
import Testing

@testable import Environment

/// Writes Dockerfiles with the lines that this SDK finds in them, for BuildKit's own parser to check.
///
/// Opt-in: `Scripts/test-dockerfiles` sets `DOCKERFILE_LINES` to the path of the output. `DOCKERFILES_SEED` selects
/// other generated Dockerfiles.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DOCKERFILE_LINES"] != nil))
struct DockerfileLinesReferenceTests {
    @Test func `Dockerfiles are written with their lines and the result of the credential check`() throws {
        let variables = ProcessInfo.processInfo.environment
        var generator = DockerfileGenerator(seed: variables["DOCKERFILES_SEED"].flatMap { UInt64($0) } ?? 1)
        var output: [UInt8] = []
        let generated = (0..<40_000).map { _ in generator.dockerfile() }
        for text in generated + SampleDockerfiles.all.map(\.text) {
            output +=
                JSONValue(["text": JSONValue(text), "lines": Self.lines(text), "isRefused": Self.isRefused(text)])
                .pythonBytes() + [.newline]
        }
        try Data(output).write(to: URL(filePath: variables["DOCKERFILE_LINES"] ?? ""))
    }

    private static func lines(_ text: String) -> JSONValue {
        let dockerfile = DockerfileLines(text)
        return JSONValue(
            dockerfile.lines.map { line in
                [
                    "number": JSONValue(line.number),
                    "text": JSONValue(String(decoding: line.bytes, as: UTF8.self)),
                    "options": JSONValue(line.instruction.flags.map { JSONValue($0) }),
                    "documents": JSONValue(
                        line.documents.map { JSONValue(String(decoding: dockerfile.bytes[$0.content], as: UTF8.self)) }
                    ),
                    "flaw": JSONValue(line.flaw?.reason ?? ""),
                ]
            }
        )
    }

    private static func isRefused(_ text: String) -> JSONValue {
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = text
        do {
            try environment.refuseCredentials()
            return false
        } catch {
            return true
        }
    }
}
