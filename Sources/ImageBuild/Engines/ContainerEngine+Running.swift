internal import AzureMLSupport

/// What is asked of an engine besides building.
extension ContainerEngine {
    /// The program with arguments, and with credentials where there are any.
    func command(_ arguments: [String], credentials: EngineCredentials?) -> Command {
        var command = Command(program, arguments)
        command.variables = variables
        if let credentials {
            command.variables.merge(credentialVariables(folder: credentials.folder)) { $1 }
        }
        return command
    }

    /// The image of that name; `nil` when the engine keeps none.
    func image(named name: String) async throws -> EngineImage? {
        let output = try await run(inspectArguments(name), credentials: nil)
        guard output.status.isSuccess else {
            let complaint = String(decoding: output.standardError, as: UTF8.self).lowercased()
            let known = ["no such image", "image not known", "not found", "no such object"]
            guard known.contains(where: { complaint.contains($0) }) else {
                throw failed("look for the image '\(name)'", output.complaint)
            }
            return nil
        }
        guard let answer = try? JSONValue(parsing: output.standardOutput), let image = image(inspected: answer) else {
            throw failed("look for the image '\(name)'", "its answer cannot be read")
        }
        return image
    }

    func pull(_ image: ImageReference, credentials: EngineCredentials?) async throws {
        try await require(pullArguments(image), "pull the image '\(image)'", credentials)
    }

    func tag(_ image: String, as name: ImageReference) async throws {
        try await require(tagArguments(image, as: name), "name the image '\(name)'", nil)
    }

    func push(_ image: ImageReference, credentials: EngineCredentials?) async throws {
        try await require(pushArguments(image), "push the image '\(image)'", credentials)
    }

    func remove(_ image: String) async throws {
        try await require(removeArguments(image), "remove the image '\(image)'", nil)
    }

    func logIn(host: String, username: String, password: String, to credentials: EngineCredentials) async throws {
        var command = command(loginArguments(host: host, username: username), credentials: credentials)
        command.standardInput = Array(password.utf8)
        let output = try await finish(command)
        guard output.status.isSuccess else {
            let complaint = SecretMask(values: [password]).masking(output.complaint)
            throw failed(
                "sign in to '\(host)'",
                complaint,
                hint: "check the registry's address, user name and password"
            )
        }
    }

    private func require(_ arguments: [String], _ action: String, _ credentials: EngineCredentials?) async throws {
        let output = try await run(arguments, credentials: credentials)
        guard !output.status.isSuccess else { return }
        let complaint = (credentials?.mask ?? SecretMask(values: [])).masking(output.complaint)
        let lines = String(decoding: output.standardError, as: UTF8.self).split(whereSeparator: \.isNewline).map(
            String.init
        )
        throw failed(action, complaint, hint: BuildFailureCause(lastLines: lines)?.hint)
    }

    private func run(_ arguments: [String], credentials: EngineCredentials?) async throws -> Command.Output {
        try await finish(command(arguments, credentials: credentials))
    }

    private func finish(_ command: Command) async throws -> Command.Output {
        do {
            return try await command.output(limit: 64 << 20)
        } catch let error as CommandError {
            throw failed("run it", error.reasonText)
        }
    }

    private func failed(_ action: String, _ reason: String, hint: FixHint? = nil) -> ImageBuildError {
        ImageBuildError(.engineFailed, "\(title) cannot \(action): \(reason)", hint: hint)
    }
}
