internal import AzureMLSupport
internal import AzureMLSystem

/// A configuration file of Docker, or a file of Podman and Buildah for credentials: all have the same members.
struct RegistryAccess: Sendable, Hashable {
    private static let largest = 4 << 20
    /// The members with the credentials for single registries.
    private static let sections = ["auths", "credHelpers"]
    private var members: JSONObject

    /// Reads a file; one that is missing, or that the engine could not read either, counts as empty.
    init(path: String) {
        let bytes = try? LocalFile.read(path: path, limit: Self.largest)
        members = bytes.flatMap { try? JSONValue(parsing: $0) }?.object ?? [:]
    }

    /// Adds the credentials for registries that only another file has.
    mutating func add(_ other: RegistryAccess) {
        for section in Self.sections {
            var all = members[section]?.object ?? [:]
            for (registry, value) in other.members[section]?.object ?? [:] where all[registry] == nil {
                all[registry] = value
            }
            members[section] = JSONValue(all)
        }
    }

    /// Removes the credentials for a host, so that those that the engine writes next are used.
    mutating func forget(host: String) {
        let host = Self.host(of: host)
        for section in Self.sections {
            guard let all = members[section]?.object else { continue }
            members[section] = JSONValue(JSONObject(all.filter { Self.host(of: $0.name) != host }.map { ($0, $1) }))
        }
    }

    /// Makes Docker's client write the credentials for a host into this file.
    ///
    /// The user's credential store would keep the password forever, and so would the one that the client chooses itself
    /// for a file that says nothing about credentials.
    mutating func disableCredentialStore(host: String) {
        var helpers = members["credHelpers"]?.object ?? [:]
        // An empty name means no store. The client looks up the host as it is spelled, except for Docker Hub.
        helpers[host == "docker.io" ? Self.dockerHubKey : host] = ""
        members["credHelpers"] = JSONValue(helpers)
    }

    var bytes: [UInt8] { Array(JSONValue(members).pythonText(indent: 4).utf8) }

    /// The folder in which Docker's client keeps its configuration.
    static var dockerFolder: String {
        let process = ProcessContext.current
        return process.absolutePath(process[variable: "DOCKER_CONFIG"] ?? "~/.docker")
    }

    private static let dockerHub = "index.docker.io"
    /// The name of Docker Hub in the client's configuration.
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

    /// Docker keeps its contexts, plugins and builders beside its credentials: links make all of these the user's own.
    func prepareCredentials(in folder: Directory, for host: String) throws {
        let path = RegistryAccess.dockerFolder
        let names = (try? Directory(path: path).names()) ?? []
        for name in names where name != Self.configuration { try folder.makeLink(name, to: "\(path)/\(name)") }
        var access = RegistryAccess(path: "\(path)/\(Self.configuration)")
        access.forget(host: host)
        access.disableCredentialStore(host: host)
        try folder.makeFile(Self.configuration, access.bytes, mode: 0o600)
    }

    func credentialVariables(folder: String) -> [String: String?] { ["DOCKER_CONFIG": folder] }
}

extension PodmanEngine {
    private static let credentials = "auth.json"

    /// Podman and Buildah read only one file if it is named, so it gets the credentials that they would find in others.
    func prepareCredentials(in folder: Directory, for host: String) throws {
        var access = RegistryAccess(path: "")
        for path in Self.files { access.add(RegistryAccess(path: path)) }
        access.forget(host: host)
        try folder.makeFile(Self.credentials, access.bytes, mode: 0o600)
    }

    func credentialVariables(folder: String) -> [String: String?] {
        ["REGISTRY_AUTH_FILE": "\(folder)/\(Self.credentials)"]
    }

    /// The files in which they look for credentials, in this order.
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
