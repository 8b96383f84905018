package import AzureMLSupport

extension Environment {
    /// Calls a closure with each property that can hold a secret and the path of its JSON member.
    private mutating func forEachSecret(_ body: (_ path: String, _ secret: inout Secret?) -> Void) {
        body("docker.baseImageRegistry.password", &docker.baseImageRegistry.password)
        guard var packages = r?.githubPackages else { return }
        for position in packages.indices {
            body("r.githubPackages[\(position)].authToken", &packages[position].authToken)
        }
        r?.githubPackages = packages
    }

    /// The secrets that are set, by the path of their JSON member.
    package var secrets: [String: Secret] {
        var secrets: [String: Secret] = [:]
        var copy = self
        copy.forEachSecret { path, secret in secrets[path] = secret }
        return secrets
    }

    /// The references to secrets, as they are stored next to a definition, by the path of their JSON member.
    var secretReferences: [String: String] {
        secrets.filter { !$0.value.isPlain }.compactMapValues { secret in
            switch secret.source {
            case .value: nil
            case .environmentVariable(let name): "\(Self.variableReference)\(name)"
            case .file(let path): "\(Self.fileReference)\(path)"
            }
        }
    }

    /// Restores the stored references in the properties that they came from.
    mutating func restore(secretReferences: [String: String]) {
        forEachSecret { path, secret in secret = Self.secret(secretReferences[path]) }
    }

    private static let variableReference = "environment-variable:"
    private static let fileReference = "file:"

    private static func secret(_ reference: String?) -> Secret? {
        guard let reference else { return nil }
        if let name = text(after: variableReference, in: reference) { return .environmentVariable(name) }
        return text(after: fileReference, in: reference).map(Secret.file)
    }

    /// Compares bytes, because the first code point of a name can combine with the colon before it.
    private static func text(after prefix: String, in reference: String) -> String? {
        guard reference.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: reference.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}
