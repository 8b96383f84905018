internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax

/// A program that builds and stores images. It gets its arguments as a list, which no shell reads.
protocol ContainerEngine: Sendable {
    /// A name that is looked up in `PATH`, or a path.
    var program: String { get }
    var version: EngineVersion { get }
    /// The engine's name in messages, with its version.
    var title: String { get }
    /// The operating system and processor that it builds for by default; `nil` when it does not report them.
    var platform: ImagePlatform? { get }
    /// The environment variables that differ from those of this process.
    var variables: [String: String?] { get }
    var outputStyle: BuildOutputStyle { get }
    /// Whether it can be told to put its temporary files somewhere else.
    var canMoveTemporaries: Bool { get }
    /// Whether its output names the containers of a build, so that exactly these can be removed.
    var namesBuildContainers: Bool { get }

    /// Returns the name under which the engine stores an image that was built here.
    func localName(of image: String) -> String
    func buildArguments(_ build: EngineBuild) -> [String]
    /// Returns the command of a build, run in a way that makes an interrupted engine remove its containers.
    func buildCommand(_ build: EngineBuild, credentials: EngineCredentials?) -> Command
    func inspectArguments(_ image: String) -> [String]
    /// Pulls an image, for the engine's own platform if none is given.
    func pullArguments(_ image: ImageReference, platform: ImagePlatform?) -> [String]
    func tagArguments(_ image: String, as name: ImageReference) -> [String]
    /// Pushes an image; an engine that does not print the image's digest in the registry writes it to that file.
    func pushArguments(_ image: ImageReference, digestFile: String) -> [String]
    /// Asks the registry whether a name refers to a list of images; `nil` when that makes no difference to the engine.
    func listArguments(_ image: ImageReference) -> [String]?
    func removeArguments(_ image: String) -> [String]
    /// Signs in with a password from the standard input.
    func loginArguments(host: String, username: String) -> [String]
    /// Puts the user's own configuration into an empty folder, without the credentials for a host.
    func prepareCredentials(in folder: Directory, for host: String) throws
    /// Returns the variables that make a program read and write credentials in a folder, and nowhere else.
    func credentialVariables(folder: String) -> [String: String?]
    /// Reads the image from an answer to `inspectArguments`; `nil` for a different answer.
    func image(inspected answer: JSONValue) -> EngineImage?
    /// Returns the containers of all builds that the engine is running now.
    func buildContainers() async throws -> [BuildContainer]
    func removeContainersArguments(_ ids: [String]) -> [String]
    func support(for construct: DockerfileConstruct) -> EngineSupport
}
