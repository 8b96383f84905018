internal import AzureMLSupport
internal import AzureMLSystem

/// The reason why an engine cannot be used.
struct EngineRefusal: Error {
    let reason: String
}

/// Checks whether a program is a container engine that responds.
struct EngineProbe {
    let program: String

    /// A daemon that hangs must not make the search hang.
    private static let timeLimit = Duration.seconds(20)

    func run(_ arguments: [String]) async throws -> Command.Output {
        var command = Command(program, arguments)
        command.timeLimit = Self.timeLimit
        do {
            return try await command.output(limit: 1 << 20)
        } catch let error as CommandError {
            throw EngineRefusal(reason: error.reasonText)
        }
    }

    /// Runs the program and returns its answer in JSON.
    func ask(_ arguments: [String]) async throws -> JSONValue {
        let output = try await run(arguments)
        guard let answer = try? JSONValue(parsing: output.standardOutput), output.status.isSuccess else {
            throw EngineRefusal(reason: output.complaint)
        }
        return answer
    }
}

extension EngineVersion {
    /// Reads the version that an engine reports.
    init(of json: JSONValue) throws(EngineRefusal) {
        guard let version = json.string.flatMap(EngineVersion.init(parsing:)) else {
            throw EngineRefusal(reason: "it does not report its version")
        }
        self = version
    }
}

extension Command.Output {
    /// The lines of the standard error stream, without blank ones.
    var complaints: [String] {
        String(decoding: standardError, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    /// The last of these lines, or how the program ended.
    var complaint: String { complaints.last ?? "it \(status)" }
}
