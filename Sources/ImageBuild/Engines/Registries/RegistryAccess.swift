internal import AzureMLSupport
internal import AzureMLSystem

/// A configuration file of Docker's, or one for credentials of Podman's and Buildah's: all have the same members.
struct RegistryAccess: Sendable, Hashable {
    private static let largest = 4 << 20
    /// The members that say how to sign in to single registries.
    private static let sections = ["auths", "credHelpers"]
    private var members: JSONObject

    /// Reads a file; one that is missing, or that the engine could not read either, holds nothing.
    init(path: String) {
        let bytes = try? LocalFile.read(path: path, limit: Self.largest)
        members = bytes.flatMap { try? JSONValue(parsing: $0) }?.object ?? [:]
    }

    /// Adds how to sign in to the registries that are only known to another file.
    mutating func add(_ other: RegistryAccess) {
        for section in Self.sections {
            var all = members[section]?.object ?? [:]
            for (registry, value) in other.members[section]?.object ?? [:] where all[registry] == nil {
                all[registry] = value
            }
            members[section] = JSONValue(all)
        }
    }

    /// Forgets how to sign in to a host, so that what is written for it next counts.
    mutating func forget(host: String) {
        let host = Self.host(of: host)
        for section in Self.sections {
            guard let all = members[section]?.object else { continue }
            members[section] = JSONValue(JSONObject(all.filter { Self.host(of: $0.name) != host }.map { ($0, $1) }))
        }
    }

    /// Makes Docker's client write into this file what it is given for a host.
    ///
    /// The user's store would keep the password for ever, and so would one that the client chooses itself for a file
    /// that says nothing of credentials.
    mutating func keepOutOfStores(host: String) {
        var helpers = members["credHelpers"]?.object ?? [:]
        // An empty name means no store. The client looks for the host as it is spelled, but for its own registry.
        helpers[host == "docker.io" ? Self.dockerHubKey : host] = ""
        members["credHelpers"] = JSONValue(helpers)
    }

    var bytes: [UInt8] { Array(JSONValue(members).pythonText(indent: 4).utf8) }

    /// Where Docker's client keeps its configuration.
    static var dockerFolder: String {
        let process = ProcessContext.current
        return process.absolutePath(process[variable: "DOCKER_CONFIG"] ?? "~/.docker")
    }

    private static let dockerHub = "index.docker.io"
    /// What Docker's client calls its own registry.
    private static let dockerHubKey = "https://index.docker.io/v1/"

    /// The host of `host`, `host/path` or `https://host/path`.
    private static func host(of registry: String) -> String {
        var rest = registry[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        let host = rest.prefix { $0 != "/" }.lowercased()
        return host == "docker.io" ? dockerHub : host
    }
}

extension DockerEngine {
    fileprivate static let configuration = "config.json"

    /// Docker keeps its contexts, plugins and builders beside its credentials: all of that stays the user's own.
    func prepareCredentials(in folder: Directory, for host: String) throws {
        let path = RegistryAccess.dockerFolder
        let names = (try? Directory(path: path).names()) ?? []
        for name in names where name != Self.configuration { try folder.makeLink(name, to: "\(path)/\(name)") }
        var access = RegistryAccess(path: "\(path)/\(Self.configuration)")
        access.forget(host: host)
        access.keepOutOfStores(host: host)
        try folder.makeFile(Self.configuration, access.bytes, mode: 0o600)
    }

    func credentialVariables(folder: String) -> [String: String?] { ["DOCKER_CONFIG": folder] }
}

extension PodmanEngine {
    private static let credentials = "auth.json"

    /// They look into one file alone when it is named, so it gets what they would find elsewhere.
    func prepareCredentials(in folder: Directory, for host: String) throws {
        var access = RegistryAccess(path: "")
        for path in Self.files { access.add(RegistryAccess(path: path)) }
        access.forget(host: host)
        try folder.makeFile(Self.credentials, access.bytes, mode: 0o600)
    }

    func credentialVariables(folder: String) -> [String: String?] {
        ["REGISTRY_AUTH_FILE": "\(folder)/\(Self.credentials)"]
    }

    /// Where they look for credentials, the first one first.
    private static var files: [String] {
        let process = ProcessContext.current
        if let named = process[variable: "REGISTRY_AUTH_FILE"] { return [process.absolutePath(named)] }
        let session = process[variable: "XDG_RUNTIME_DIR"].map { "\($0)/containers/auth.json" }
        return [
            session ?? "/run/containers/\(ProcessContext.userNumber)/auth.json",
            process.absolutePath(process[variable: "XDG_CONFIG_HOME"] ?? "~/.config") + "/containers/auth.json",
            RegistryAccess.dockerFolder + "/\(DockerEngine.configuration)",
        ]
    }
}
