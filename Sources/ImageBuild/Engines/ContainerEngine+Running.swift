internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax

/// The commands of an engine other than building.
extension ContainerEngine {
    /// Returns the command with arguments, and with credentials if there are any.
    func command(_ arguments: [String], credentials: EngineCredentials?) -> Command {
        var command = Command(program, arguments)
        command.variables = variables
        if let credentials {
            command.variables.merge(credentialVariables(folder: credentials.folder)) { $1 }
        }
        return command
    }

    /// Finds the image of that name; `nil` when the engine does not have it.
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

    /// Pulls an image and returns its digest, which only some engines report.
    @discardableResult
    func pull(
        _ image: ImageReference,
        platform: ImagePlatform,
        credentials: EngineCredentials?
    ) async throws -> ImageDigest? {
        let arguments = pullArguments(image, platform: platformArgument(for: platform))
        return try await require(arguments, "pull the image '\(image)'", credentials).reportedDigest
    }

    /// Returns the platform to pass to the engine: `nil` for the engine's own.
    func platformArgument(for platform: ImagePlatform) -> ImagePlatform? { platform == self.platform ? nil : platform }

    func tag(_ image: String, as name: ImageReference) async throws {
        try await require(tagArguments(image, as: name), "tag an image as '\(name)'", nil)
    }

    /// Pushes an image and returns its digest in the registry, which can have it in another form than the engine.
    func push(_ image: ImageReference, credentials: EngineCredentials?) async throws -> ImageDigest {
        try await ScratchDirectory.with { scratch in
            let file = "\(scratch.path)/digest"
            let arguments = pushArguments(image, digestFile: file)
            let output = try await require(arguments, "push the image '\(image)'", credentials)
            let written = (try? LocalFile.read(path: file, limit: 1024)).map { String(decoding: $0, as: UTF8.self) }
            guard let digest = written.flatMap({ try? ImageDigest(parsing: $0) }) ?? output.reportedDigest else {
                throw failed("push the image '\(image)'", "it does not report the digest")
            }
            return digest
        }
    }

    /// Pulls an image and returns the digest that its name points to in the registry now.
    func resolve(
        _ image: ImageReference,
        platform: ImagePlatform,
        credentials: EngineCredentials?
    ) async throws -> ImageDigest {
        if let digest = try await pull(image, platform: platform, credentials: credentials) { return digest }
        let found = try await self.image(named: image.description)
        if let list = found?.listDigest(in: image), try await isList(image, credentials: credentials) { return list }
        let digests = found?.digests(in: image) ?? []
        if digests.count == 1 { return digests[0] }
        for digest in digests {
            // An image that was built here has another digest as well, which no registry knows.
            if try await registryGives(image.pinned(to: digest), platform: platform, credentials: credentials) {
                return digest
            }
        }
        throw failed("resolve the image '\(image)'", "it does not report the digest")
    }

    /// Whether the registry provides an image under its digest.
    private func registryGives(
        _ image: ImageReference,
        platform: ImagePlatform,
        credentials: EngineCredentials?
    ) async throws -> Bool {
        let arguments = pullArguments(image, platform: platformArgument(for: platform))
        return try await run(arguments, credentials: credentials).status.isSuccess
    }

    private func isList(_ image: ImageReference, credentials: EngineCredentials?) async throws -> Bool {
        guard let arguments = listArguments(image) else { return false }
        let output = try await run(arguments, credentials: credentials)
        // If the query fails, the engine may still have the image locally.
        guard output.status.isSuccess, let answer = try? JSONValue(parsing: output.standardOutput) else { return false }
        return answer["manifests"].array != nil
    }

    func remove(_ image: String) async throws {
        try await require(removeArguments(image), "remove the image '\(image)'", nil)
    }

    /// Returns the list that a command prints.
    func listed(by arguments: [String]) async throws -> [UInt8] {
        let output = try await command(arguments, credentials: nil).output(limit: 64 << 20)
        // A missing list is not an empty one: every container in a later list would count as left by the build.
        guard output.status.isSuccess else { throw failed("list its containers", output.complaint) }
        return output.standardOutput
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

    @discardableResult private func require(
        _ arguments: [String],
        _ action: String,
        _ credentials: EngineCredentials?
    ) async throws -> Command.Output {
        let output = try await run(arguments, credentials: credentials)
        guard !output.status.isSuccess else { return output }
        let complaint = (credentials?.mask ?? SecretMask(values: [])).masking(output.complaint)
        throw failed(action, complaint, hint: BuildFailureCause(engineLines: output.complaints)?.hint)
    }

    private func run(_ arguments: [String], credentials: EngineCredentials?) async throws -> Command.Output {
        try await finish(command(arguments, credentials: credentials))
    }

    private func finish(_ command: Command) async throws -> Command.Output {
        do {
            return try await command.output(limit: 64 << 20)
        } catch let error as CommandError {
            throw failed("be run", error.reasonText)
        }
    }

    private func failed(_ action: String, _ reason: String, hint: String? = nil) -> ImageBuildError {
        ImageBuildError(.engineFailed, "\(title) cannot \(action): \(reason)", hint: hint)
    }
}

extension Command.Output {
    /// The digest in the last line that has one, such as Docker's `Digest: sha256:…` or
    /// `latest: digest: sha256:… size: 1221`.
    fileprivate var reportedDigest: ImageDigest? {
        let lines = String(decoding: standardOutput, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.reversed().lazy.compactMap { line in
            let words = line.split(separator: " ")
            guard let mark = words.lastIndex(where: { $0.lowercased() == "digest:" }), mark + 1 < words.count else {
                return nil
            }
            return try? ImageDigest(parsing: String(words[mark + 1]))
        }.first
    }
}
