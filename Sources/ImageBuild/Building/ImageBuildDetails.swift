internal import DockerSyntax
internal import AzureMLSupport
internal import Workspace

/// A build of an image: its status, its output and its result.
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
    /// The name under which the engine stores the image.
    public let localImage: String
    /// The engine with its version, such as `Podman 4.3.1`.
    public let engine: String
    private let progress: BuildProgress
    private let task: Task<Void, Never>?
    private let store: any WorkspaceStore
    private let logName: String?
    /// The line that follows a log whose writer did not finish it; empty for a finished log.
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
        logEnding = isInterrupted ? "(the build was interrupted: its process ended first)\n" : ""
    }

    /// The status of the build: `Queued`, `Running`, `Succeeded`, `Failed` or `Canceled`.
    ///
    /// > Python: `azureml.core.environment.ImageBuildDetails.status`
    public var status: String {
        get async throws { await progress.status.rawValue }
    }

    /// Returns the lines that the engine has written so far.
    ///
    /// If the image existed already, this is the log of the build that made it, as far as this workspace still has it.
    ///
    /// > Python: `azureml.core.environment.ImageBuildDetails.get_log`
    ///
    /// - Returns: The log; empty when there is none.
    /// - Throws: `WorkspaceError` when the log cannot be read.
    public func getLog() async throws -> String {
        if let logName, let bytes = try await store.log(named: logName) {
            return String(decoding: bytes, as: UTF8.self) + logEnding
        }
        // A later build of the image has replaced this build's log.
        return await progress.lines.map { "\($0)\n" }.joined()
    }

    /// The events of the build, from the first one on.
    public var events: ImageBuildEvents { ImageBuildEvents(progress: progress) }

    /// The lines that the engine writes, from the first one on.
    public var lines: ImageBuildLines { ImageBuildLines(events: events) }

    /// Waits for the end of the build, however it ends.
    ///
    /// Cancelling the waiting task ends the build as ``cancel()`` does; this call then returns once the build's
    /// programs have ended.
    ///
    /// > Python: `azureml.core.environment.ImageBuildDetails.wait_for_completion`
    ///
    /// - Parameter showOutput: Whether to print the status, and the lines of the log as they arrive.
    /// - Returns: This value.
    /// - Throws: Nothing at present: ``status`` and ``failure`` report a failed build, as in Python.
    @discardableResult public func waitForCompletion(showOutput: Bool = true) async throws -> ImageBuildDetails {
        await wait(showing: showOutput ? Self.show : nil)
        return self
    }

    private static func show(_ line: String) {
        print(line)
    }

    /// Waits for the end of the build, and passes on the lines that Python prints while it waits.
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

    /// Cancels the build: ends the engine's program and all processes that it started.
    ///
    /// Has no effect after the end of the build.
    public func cancel() {
        task?.cancel()
    }

    /// The reason why the build failed; `nil` while it runs, and when it did not fail.
    public var failure: ImageBuildFailure? {
        get async {
            if case .failed(let failure) = await progress.outcome { failure } else { nil }
        }
    }

    /// The image's id in the engine, which is the digest of its configuration; `nil` as long as there is no image.
    public var imageID: String? {
        get async { await result?.id }
    }

    /// The digest of the image's manifest; `nil` until the engine has one. Docker has one for pushed images only.
    public var imageDigest: String? {
        get async { await result?.digest?.text }
    }

    private var result: EngineImage? {
        get async {
            if case .succeeded(let image) = await progress.outcome { image } else { nil }
        }
    }
}
