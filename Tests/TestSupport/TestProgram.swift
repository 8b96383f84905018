package import AzureMLSupport
internal import AzureMLSystem
internal import Foundation

/// A program of this machine that a test runs to its end.
package enum TestProgram {
    /// A program that did not succeed, with all that it wrote.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Returns what the program writes to standard output, and after it what it writes to standard error.
    ///
    /// - Throws: ``Failure`` when the program does not succeed.
    package static func output(
        _ program: String,
        _ arguments: [String],
        input: [UInt8] = [],
        workingDirectory: String? = nil,
        variables: [String: String?] = [:]
    ) async throws -> [UInt8] {
        var command = Command(program, arguments)
        command.standardInput = input
        command.workingDirectory = workingDirectory
        command.variables = variables
        let output = try await command.output(limit: 1 << 30)
        let text = output.standardOutput + output.standardError
        guard output.status.isSuccess else {
            throw Failure(
                description: "\(program) \(arguments) \(output.status): \(String(decoding: text, as: UTF8.self))"
            )
        }
        return text
    }

    /// Returns the same as text.
    package static func text(_ program: String, _ arguments: [String]) async throws -> String {
        String(decoding: try await output(program, arguments), as: UTF8.self)
    }
}

/// A Python with other people's packages, which opt-in tests ask for the right answers. A variable has its path.
package enum ReferencePython: String {
    /// Has azureml-core 1.61.0.post4 and PyYAML 6.
    case azuremlCore = "AZUREML_CORE_PYTHON"
    /// Has rattler and `packaging` 26; older ones read `>1.0a1` as excluding post-releases of 1.0.
    case specifications = "SPECIFICATIONS_PYTHON"

    private static let scripts = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Reference")

    /// The path of the Python; `nil` when the variable is not set.
    package var path: String? { ProcessInfo.processInfo.environment[rawValue] }

    package var isAvailable: Bool { path != nil }

    /// Returns what a script of `Tests/Reference` writes to standard output.
    package func output(of script: String, _ arguments: [String] = [], input: [UInt8] = []) async throws -> [UInt8] {
        guard let path else { throw TestProgram.Failure(description: "\(rawValue) is not set") }
        var command = Command(path, [Self.scripts.appending(path: script).path] + arguments)
        command.standardInput = input
        // A script can import another one, and nothing is written into the repository.
        command.variables = ["PYTHONDONTWRITEBYTECODE": "1"]
        let output = try await command.output(limit: 1 << 30)
        guard output.status.isSuccess else {
            throw TestProgram.Failure(
                description: "\(script) \(output.status): \(String(decoding: output.standardError, as: UTF8.self))"
            )
        }
        return output.standardOutput
    }

    /// Gives JSON to a script of `Tests/Reference`, and returns the JSON that it writes.
    package func answer(of script: String, to question: JSONValue) async throws -> JSONValue {
        try JSONValue(parsing: await output(of: script, input: question.pythonBytes()))
    }
}
