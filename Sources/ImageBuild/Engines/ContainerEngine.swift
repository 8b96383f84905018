internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax

/// A program that builds images and keeps them. What it is told is a list of arguments: no shell reads it.
protocol ContainerEngine: Sendable {
    /// A name that is looked up in `PATH`, or a path.
    var program: String { get }
    var version: EngineVersion { get }
    /// What messages call it, with its version.
    var title: String { get }
    /// Operating system and processor that it builds for when it is told nothing; `nil` when it does not say.
    var platform: ImagePlatform? { get }
    /// What differs from this process's own environment variables.
    var variables: [String: String?] { get }
    var outputStyle: BuildOutputStyle { get }
    /// Whether it can be told to put its temporary files somewhere else.
    var canMoveTemporaries: Bool { get }
    /// Whether its output names the containers of a build, so that these can be removed and no others.
    var namesBuildContainers: Bool { get }

    /// The name under which the engine keeps an image that was built here.
    func localName(of image: String) -> String
    func buildArguments(_ build: EngineBuild) -> [String]
    /// The build, run so that the engine removes what it made when it is cut short.
    func buildCommand(_ build: EngineBuild, credentials: EngineCredentials?) -> Command
    func inspectArguments(_ image: String) -> [String]
    /// Fetches an image, for the engine's own platform without another one.
    func pullArguments(_ image: ImageReference, platform: ImagePlatform?) -> [String]
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
    /// The containers in which builds do their steps, of all builds that the engine does now.
    func buildContainers() async throws -> [BuildContainer]
    func removeContainersArguments(_ ids: [String]) -> [String]
    func support(for construct: DockerfileConstruct) -> EngineSupport
}
