internal import DockerSyntax
internal import AzureMLSupport
internal import Workspace

/// A build of an image: how far it is, what the engine writes, and what came of it.
///
/// ```swift
/// let build = try await env.build(workspace: ws)
/// try await build.waitForCompletion()
/// print(try await build.status)
/// ```
///
/// > Python: `azureml.core.environment.ImageBuildDetails`
public final class ImageBuildDetails: Sendable {
    /// The name of the image: `azureml/azureml_` and 32 hexadecimal digits.
    public let image: String
    /// The name under which the engine keeps the image.
    public let localImage: String
    /// The engine with its version, such as `Podman 4.3.1`.
    public let engine: String
    private let progress: BuildProgress
    private let task: Task<Void, Never>?
    private let store: any WorkspaceStore
    private let logName: String?
    /// What stands behind the last line of a log that its writer could not finish.
    private let logEnding: String

    init(
        plan: ImageBuildPlan,
        engine: any ContainerEngine,
        progress: BuildProgress,
        task: Task<Void, Never>?,
        store: any WorkspaceStore,
        logName: String?,
        isInterrupted: Bool = false
    ) {
        image = plan.image
        localImage = engine.localName(of: plan.image)
        self.engine = engine.title
        self.progress = progress
        self.task = task
        self.store = store
        self.logName = logName
        logEnding = isInterrupted ? "(the build was interrupted: its process ended before it did)\n" : ""
    }

    /// How far the build is: `Queued`, `Running`, `Succeeded`, `Failed` or `Canceled`.
    ///
    /// > Python: `azureml.core.environment.ImageBuildDetails.status`
    public var status: String {
        get async throws { await progress.status.rawValue }
    }

    /// Reads what the engine has written so far.
    ///
    /// An image that was there already has the log of the build that made it, if this workspace knows that one.
    ///
    /// > Python: `azureml.core.environment.ImageBuildDetails.get_log`
    ///
    /// - Returns: The log; empty when there is none.
    /// - Throws: `WorkspaceError` when the log cannot be read.
    public func getLog() async throws -> String {
        if let logName, let bytes = try await store.log(named: logName) {
            return String(decoding: bytes, as: UTF8.self) + logEnding
        }
        // The log of a later build of the image took the place of this one's.
        return await progress.lines.map { "\($0)\n" }.joined()
    }

    /// What happens in the build, from its beginning on.
    public var events: ImageBuildEvents { ImageBuildEvents(progress: progress) }

    /// The lines that the engine writes, from the first one on.
    public var lines: ImageBuildLines { ImageBuildLines(events: events) }

    /// Waits for the end of the build, however it ends.
    ///
    /// Cancelling the task that waits ends the build as ``cancel()`` does, and this call returns as soon as nothing of
    /// it is left.
    ///
    /// > Python: `azureml.core.environment.ImageBuildDetails.wait_for_completion`
    ///
    /// - Parameter showOutput: Whether to print the status and the lines of the log while they come.
    /// - Returns: This value.
    /// - Throws: Nothing today: a failed build is a ``status`` and a ``failure``, as in Python.
    @discardableResult public func waitForCompletion(showOutput: Bool = true) async throws -> ImageBuildDetails {
        await wait(showing: showOutput ? Self.show : nil)
        return self
    }

    private static func show(_ line: String) {
        print(line)
    }

    /// Waits for the end of the build, and hands over what Python prints meanwhile.
    func wait(showing show: (@Sendable (String) -> Void)?) async {
        await withTaskCancellationHandler {
            let first = await progress.status
            if let show {
                show("Image Build Status: \(first.rawValue)\n")
                for await line in lines { show(line.escapingControlCharacters) }
            }
            await task?.value
            let last = await progress.status
            if last != first { show?("Image Build Status: \(last.rawValue)\n") }
        } onCancel: {
            task?.cancel()
        }
    }

    /// Ends the build: the engine's program and all that it started. A build that has ended stays as it is.
    public func cancel() {
        task?.cancel()
    }

    /// Why the build failed; `nil` while it runs, and when it did not fail.
    public var failure: ImageBuildFailure? {
        get async {
            if case .failed(let failure) = await progress.outcome { failure } else { nil }
        }
    }

    /// The image's name in the engine, which is the digest of its configuration; `nil` as long as there is no image.
    public var imageID: String? {
        get async { await result?.id }
    }

    /// The digest of the image's manifest; `nil` as long as the engine has none. Docker has one for pushed images only.
    public var imageDigest: String? {
        get async { await result?.digest?.text }
    }

    private var result: EngineImage? {
        get async {
            if case .succeeded(let image) = await progress.outcome { image } else { nil }
        }
    }
}
