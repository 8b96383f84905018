internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
internal import Environment
internal import Workspace

/// The last build of an image, as recorded on this machine.
struct ImageBuildRecord: Sendable, Hashable {
    let environment: String
    let version: String?
    /// The image's name: `azureml/azureml_` and 32 hexadecimal digits.
    let image: String
    /// The engine with its version.
    let engine: String
    let platform: ImagePlatform
    let timestamp: Int
    let baseImage: String?
    let baseImageID: String?
    /// The digest of the base image; `nil` when it has none, such as an image that exists only on this machine.
    let baseImageDigest: String?
    let status: BuildProgress.Status
    let imageID: String?
    let imageDigest: String?
    /// The sentence that describes the failure.
    let failure: String?
    /// How long the build took.
    let seconds: Double
    /// The name of the build's log.
    let log: String?

    /// Makes the record of a build. Without an outcome, the build has just begun.
    init(
        plan: ImageBuildPlan,
        engine: any ContainerEngine,
        outcome: BuildProgress.Outcome? = nil,
        base: EngineImage? = nil,
        duration: Duration = .zero,
        log: String
    ) {
        environment = plan.environment.name
        version = plan.environment.version
        image = plan.image
        self.engine = engine.title
        platform = plan.platform
        timestamp = plan.timestamp
        baseImage = plan.baseImage?.description
        baseImageID = base?.id
        baseImageDigest = plan.baseImage.flatMap { $0.digest ?? base?.digest(in: $0) }?.text
        status = outcome?.status ?? .running
        seconds = Double(duration.components.seconds)
        self.log = log
        var result: EngineImage?
        if case .succeeded(let image) = outcome { result = image }
        imageID = result?.id
        imageDigest = result?.digest?.text
        if case .failed(let reason) = outcome { failure = reason.sentence } else { failure = nil }
    }

    var isSuccess: Bool { status == .succeeded }
    private var isMarkedRunning: Bool { status == .running }
}

extension ImageBuildRecord {
    /// Reads a record; `nil` when the JSON value is not a record.
    init?(json: JSONValue) {
        guard let environment = json["environment"].string, let image = json["image"].string,
            let engine = json["engine"].string,
            let platform = json["platform"].string.flatMap(ImagePlatform.init(parsing:)),
            let status = json["status"].string.flatMap(BuildProgress.Status.init(rawValue:))
        else { return nil }
        self.environment = environment
        version = json["version"].string
        self.image = image
        self.engine = engine
        self.platform = platform
        timestamp = json["timestamp"].int ?? 0
        baseImage = json["baseImage"].string
        baseImageID = json["baseImageId"].string
        baseImageDigest = json["baseImageDigest"].string
        self.status = status
        imageID = json["imageId"].string
        imageDigest = json["imageDigest"].string
        failure = json["failure"].string
        seconds = json["seconds"].double ?? 0
        log = json[NoteName.logMember].string
    }

    var json: JSONValue {
        func text(_ value: String?) -> JSONValue { value.map { JSONValue($0) } ?? nil }
        return [
            "environment": JSONValue(environment),
            "version": text(version),
            "image": JSONValue(image),
            "engine": JSONValue(engine),
            "platform": JSONValue(platform.description),
            "timestamp": JSONValue(timestamp),
            "baseImage": text(baseImage),
            "baseImageId": text(baseImageID),
            "baseImageDigest": text(baseImageDigest),
            "status": JSONValue(status.rawValue),
            "imageId": text(imageID),
            "imageDigest": text(imageDigest),
            "failure": text(failure),
            "seconds": JSONValue(seconds),
            NoteName.logMember: text(log),
        ]
    }
}

extension ImageBuildRecord {
    /// Reads the last build of an image; `nil` when this machine has no record of one.
    static func read(of image: String, in store: any WorkspaceStore) async throws -> ImageBuildRecord? {
        // A damaged record is treated as a missing one: the engine is asked anyway.
        guard let bytes = try await store.note(name(of: image)), let json = try? JSONValue(parsing: bytes) else {
            return nil
        }
        return ImageBuildRecord(json: json)
    }

    /// Whether the process that ran the build ended before the build did.
    func isInterrupted(in store: any WorkspaceStore) async throws -> Bool {
        guard isMarkedRunning, let log else { return false }
        return try await !store.isBeingWritten(logNamed: log)
    }

    /// Replaces the previous record, and removes its log unless that build is still running.
    func save(in store: any WorkspaceStore) async throws {
        let old = try await Self.read(of: image, in: store)
        // Before the record is replaced: a build that is still running then may replace it in turn, and needs its log.
        let isRunning = try await old?.isRunning(in: store) == true
        try await store.changeNote(Self.name(of: image)) { _ in json.fileBytes }
        guard let log = old?.log, log != self.log, !isRunning else { return }
        try await store.removeLog(named: log)
    }

    private func isRunning(in store: any WorkspaceStore) async throws -> Bool {
        guard isMarkedRunning else { return false }
        return try await !isInterrupted(in: store)
    }

    /// The name of an image's record: the last part of the image's name, which differs for each Dockerfile.
    private static func name(of image: String) -> NoteName {
        .build(of: LocalPath.lastComponent(of: image))
    }
}
