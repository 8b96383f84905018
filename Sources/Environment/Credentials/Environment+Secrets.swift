package import AzureMLSupport

extension Environment {
    /// The secrets that are set, by the path of their JSON member.
    package var secrets: [String: Secret] {
        var secrets: [String: Secret] = [:]
        secrets["docker.baseImageRegistry.password"] = docker.baseImageRegistry.password
        for (position, package) in (r?.githubPackages ?? []).enumerated() {
            secrets["r.githubPackages[\(position)].authToken"] = package.authToken
        }
        return secrets
    }

    /// How references to secrets are stored beside a definition, by the path of their JSON member.
    var secretReferences: [String: String] {
        secrets.compactMapValues { secret in
            switch secret.source {
            case .value: nil
            case .environmentVariable(let name): "\(Self.variableReference)\(name)"
            case .file(let path): "\(Self.fileReference)\(path)"
            }
        }
    }

    /// Puts stored references back into the properties that they were taken from.
    mutating func restore(secretReferences: [String: String]) {
        docker.baseImageRegistry.password = Self.secret(secretReferences["docker.baseImageRegistry.password"])
        for position in r?.githubPackages?.indices ?? 0..<0 {
            let reference = secretReferences["r.githubPackages[\(position)].authToken"]
            r?.githubPackages?[position].authToken = Self.secret(reference)
        }
    }

    private static let variableReference = "environment-variable:"
    private static let fileReference = "file:"

    private static func secret(_ reference: String?) -> Secret? {
        guard let reference else { return nil }
        if let name = text(behind: variableReference, in: reference) { return .environmentVariable(name) }
        return text(behind: fileReference, in: reference).map(Secret.file)
    }

    /// By bytes: the first character of a name can join the colon before it.
    private static func text(behind prefix: String, in reference: String) -> String? {
        guard reference.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: reference.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}
