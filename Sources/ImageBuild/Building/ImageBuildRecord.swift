internal import AzureMLSupport
internal import AzureMLSystem
internal import Environment
internal import Workspace

/// What is known of the last build of an image, kept by this machine.
struct ImageBuildRecord: Sendable {
    private let json: JSONValue
    private let name: NoteName

    /// Makes the record of a build; without an outcome, of one that has just begun.
    init(
        plan: ImageBuildPlan,
        engine: any ContainerEngine,
        outcome: BuildProgress.Outcome? = nil,
        base: EngineImage? = nil,
        duration: Duration = .zero,
        log: String
    ) {
        var members: JSONObject = [
            "environment": JSONValue(plan.environment.name),
            "version": plan.environment.version.map { JSONValue($0) } ?? nil,
            "image": JSONValue(plan.image),
            "engine": JSONValue(engine.title),
            "platform": JSONValue(plan.platform),
            "timestamp": JSONValue(plan.timestamp),
            "baseImage": plan.baseImage.map { JSONValue($0.description) } ?? nil,
            "baseImageId": base.map { JSONValue($0.id) } ?? nil,
            "baseImageDigest": nil,
            "status": nil,
            "imageId": nil,
            "imageDigest": nil,
            "failure": nil,
            "seconds": JSONValue(Double(duration.components.seconds)),
            "log": JSONValue(log),
        ]
        if let image = plan.baseImage, let digest = image.digest ?? base?.digest(in: image)?.text {
            members["baseImageDigest"] = JSONValue(digest)
        }
        switch outcome {
        case nil:
            members["status"] = JSONValue(BuildProgress.Status.running.rawValue)
        case .succeeded(let image):
            members["status"] = JSONValue(BuildProgress.Status.succeeded.rawValue)
            members["imageId"] = JSONValue(image.id)
            members["imageDigest"] = image.digest.map { JSONValue($0.text) } ?? nil
        case .failed(let failure):
            members["status"] = JSONValue(BuildProgress.Status.failed.rawValue)
            members["failure"] = JSONValue(failure.sentence)
        case .canceled:
            members["status"] = JSONValue(BuildProgress.Status.canceled.rawValue)
        }
        json = JSONValue(members)
        name = Self.name(of: plan.image)
    }

    private init(json: JSONValue, name: NoteName) {
        self.json = json
        self.name = name
    }

    /// The last build of an image; `nil` when this machine knows of none.
    static func read(of image: String, in store: any WorkspaceStore) async throws -> ImageBuildRecord? {
        let name = name(of: image)
        // A record that is damaged is as good as none: the engine is asked anyway.
        guard let bytes = try await store.note(name), let json = try? JSONValue(parsing: bytes) else { return nil }
        return ImageBuildRecord(json: json, name: name)
    }

    var log: String? { json["log"].string }
    var isSuccess: Bool { json["status"].string == BuildProgress.Status.succeeded.rawValue }
    /// The digest of the base image that was built upon; `nil` when it has none, such as an image of this machine alone.
    var baseImageDigest: String? { json["baseImageDigest"].string }

    /// Whether the build began, and the process that ran it ended before the build did.
    func isInterrupted(in store: any WorkspaceStore) async throws -> Bool {
        guard json["status"].string == BuildProgress.Status.running.rawValue, let log else { return false }
        return try await !store.isBeingWritten(logNamed: log)
    }

    /// Puts the record in the place of the one before, whose log goes with it unless that build still runs.
    func save(in store: any WorkspaceStore) async throws {
        let old = try await Self.read(of: json["image"].string ?? "", in: store)
        try await store.changeNote(name) { _ in json.fileBytes }
        guard let log = old?.log, log != self.log, try await old?.isRunning(in: store) == false else { return }
        try await store.removeLog(named: log)
    }

    private func isRunning(in store: any WorkspaceStore) async throws -> Bool {
        guard json["status"].string == BuildProgress.Status.running.rawValue else { return false }
        return try await !isInterrupted(in: store)
    }

    /// Images have one name for each Dockerfile, and its last part is a plain one.
    private static func name(of image: String) -> NoteName {
        .build(of: LocalPath.lastComponent(of: image))
    }
}
