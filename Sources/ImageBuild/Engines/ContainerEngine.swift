internal import AzureMLSupport
internal import AzureMLSystem

/// A program that builds images and keeps them. What it is told is a list of arguments: no shell reads it.
protocol ContainerEngine: Sendable {
    /// A name that is looked up in `PATH`, or a path.
    var program: String { get }
    var version: EngineVersion { get }
    /// What messages call it, with its version.
    var title: String { get }
    /// Operating system and processor that it builds for when it is told nothing.
    var platform: String { get }
    /// What differs from this process's own environment variables.
    var variables: [String: String?] { get }
    var outputStyle: BuildOutputStyle { get }
    /// Whether it can be told to put aside somewhere else what it needs while it works.
    var canMoveTemporaries: Bool { get }

    /// The name under which the engine keeps an image that was built here.
    func localName(of image: String) -> String
    func buildArguments(_ build: EngineBuild) -> [String]
    /// The build, run so that the engine cleans up behind itself when it is cut short.
    func buildCommand(_ build: EngineBuild, credentials: EngineCredentials?) -> Command
    func inspectArguments(_ image: String) -> [String]
    /// Fetches an image, for the engine's own platform without another one.
    func pullArguments(_ image: ImageReference, platform: String?) -> [String]
    func tagArguments(_ image: String, as name: ImageReference) -> [String]
    /// Pushes; the digest that the registry gets is written to that file, if the engine does not print it.
    func pushArguments(_ image: ImageReference, digestFile: String) -> [String]
    /// Asks the registry whether a name stands for a list of images; `nil` when it does not matter.
    func listArguments(_ image: ImageReference) -> [String]?
    func removeArguments(_ image: String) -> [String]
    /// Signs in with a password that comes through the standard input.
    func loginArguments(host: String, username: String) -> [String]
    /// Puts into an empty folder what the user's own configuration says, but for how to sign in to a host.
    func prepareCredentials(in folder: Directory, for host: String) throws
    /// What makes a program read and write credentials in a folder, and nowhere else.
    func credentialVariables(folder: String) -> [String: String?]
    /// What the answer to `inspectArguments` says; `nil` when it is no such answer.
    func image(inspected answer: JSONValue) -> EngineImage?
    func support(for construct: DockerfileConstruct) -> EngineSupport
}

/// What an engine is told to build.
struct EngineBuild: Sendable, Hashable {
    /// The absolute path of the folder that holds the context.
    var contextFolder: String
    /// The Dockerfile's path below it.
    var dockerfilePath: String
    /// The name under which the engine keeps the image.
    var image: String
    /// Operating system and processor; `nil` for the engine's own.
    var platform: String?
    /// Put on the image, in this order.
    var labels: [ImageLabel] = []
    /// The time of all that the image holds, in seconds since 1970.
    var timestamp: Int
    /// The network that commands see; `nil` for the engine's own choice.
    var network: String?
    /// Whether the image says what only Docker's own format can say, such as a shell.
    var needsDockerFormat = false
    /// Whether all images that are fetched lie in a registry of this machine, which may speak plain HTTP.
    var allowsPlainHTTP = false
    /// Whether layers may come from earlier builds, which can have had another time or another platform.
    var usesCache = true

    var dockerfile: String { "\(contextFolder)/\(dockerfilePath)" }
}

/// One label of an image.
struct ImageLabel: Sendable, Hashable {
    let name: String
    let value: String

    /// One argument behind `--label`; the name begins with a letter.
    var argument: String { "\(name)=\(value)" }
}

/// An image that an engine keeps.
struct EngineImage: Sendable, Hashable {
    /// The digest of its configuration, which is its name in the engine: `sha256:` and 64 digits.
    var id: String
    /// The digest of its manifest, where the engine makes one.
    var digest: ImageDigest?
    /// Its names in registries, each with the digest that the registry knows.
    var repositoryDigests: [ImageReference] = []
    var labels: [String: String] = [:]
    /// Operating system and processor that it is made for; `nil` when it does not say so.
    var platform: String?

    /// The digest under which a registry gives this image.
    func digest(in image: ImageReference) -> ImageDigest? { digests(in: image).first }

    /// The digests under which registries can give this image, its own first, each once.
    func digests(in image: ImageReference) -> [ImageDigest] {
        let known = knownDigests(in: image)
        var digests: [ImageDigest] = []
        for digest in known.filter({ $0 == self.digest }) + known where !digests.contains(digest) {
            digests.append(digest)
        }
        return digests
    }

    /// The digest of the list of images that this one was chosen from, where the engine knows it.
    func listDigest(in image: ImageReference) -> ImageDigest? {
        knownDigests(in: image).first { $0 != digest }
    }

    private func knownDigests(in image: ImageReference) -> [ImageDigest] {
        repositoryDigests.filter { $0.isSameRepository(as: image) }.compactMap { reference in
            reference.digest.flatMap { try? ImageDigest(parsing: $0) }
        }
    }
}
