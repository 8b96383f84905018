internal import AzureMLSupport

extension Environment {
    /// The secrets that are set, by the path of their JSON member.
    var secrets: [String: Secret] {
        var secrets: [String: Secret] = [:]
        secrets["docker.baseImageRegistry.password"] = docker.baseImageRegistry.password
        for (position, package) in (r?.githubPackages ?? []).enumerated() {
            secrets["r.githubPackages[\(position)].authToken"] = package.authToken
        }
        return secrets
    }
}
