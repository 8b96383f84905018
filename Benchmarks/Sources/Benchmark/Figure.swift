import CondaDependencies
import Foundation
import Measuring

/// A figure that the benchmark measures.
struct Figure: Sendable {
    /// An error for arguments that the figure does not accept.
    struct Usage: Error {
        var arguments: String
    }

    private var arguments: String
    private var work: @Sendable ([String]) async throws -> String?

    private init(_ arguments: String, _ work: @escaping @Sendable ([String]) async throws -> String?) {
        self.arguments = arguments
        self.work = work
    }

    /// Measures the figure.
    ///
    /// - Returns: One line of JSON.
    func run(_ given: [String]) async throws -> String {
        guard given.count == arguments.split(separator: " ").count, let line = try await work(given) else {
            throw Usage(arguments: arguments)
        }
        return line
    }

    static let all: [String: Figure] = [
        "load": Figure("CORPUS") { try Specifications.loadAndSerialize(Corpus(folder: $0[0]), seconds: 1).line },
        "load-path": Figure("CORPUS") {
            try Specifications.loadAndSerializeFromPath(Corpus(folder: $0[0]), seconds: 1).line
        },
        "large": counting { count in
            try await withScratchFolder { try Specifications.largeFile(packages: count, at: $0 + "/env.yml") }
        },
        "edits": counting { count in
            try await withScratchFolder { try Specifications.edits(count, at: $0 + "/env.yml") }
        },
        "register": counting { count in
            try await withScratchFolder { try await Registry(creatingIn: $0).register(count, .asVersions) }
        },
        "fill": Figure("names|versions COUNT FOLDER") { given in
            guard let shape = Registry.Shape(rawValue: given[0]), let count = Int(given[1]) else { return nil }
            return try await Registry(creatingIn: given[2]).register(count, shape).line
        },
        "register-more": Figure("names|versions FOLDER") { given in
            guard let shape = Registry.Shape(rawValue: given[0]) else { return nil }
            return try await Registry(in: given[1]).registerMore(shape).line
        },
        "get": Figure("FOLDER") { try await Registry(in: $0[0]).get(seconds: 1).line },
        "list": Figure("FOLDER") { try await Registry(in: $0[0]).list(seconds: 1).line },
        "search": Figure("FOLDER") { try await Registry(in: $0[0]).search(seconds: 1).line },
        "details": Figure("") { _ in try await Images.details(seconds: 1).line },
        "context": Figure("FOLDER ARCHIVE") { try Images.writeContext(of: $0[0], to: $0[1]).line },
        "context-part": Figure("read|hash|write FOLDER COPY") { given in
            guard let part = Images.ContextPart(rawValue: given[0]) else { return nil }
            return try Images.timeContext(of: given[1], part, copy: given[2]).line
        },
        "match-specs": Figure("LINES") {
            try PackageTexts(path: $0[0]).parse(seconds: 1, CondaMatchSpec.init(_:)).line
        },
        "requirements": Figure("LINES") {
            try PackageTexts(path: $0[0]).parse(seconds: 1, PipRequirement.init(_:)).line
        },
        "refused-match-specs": Figure("LINES") { try PackageTexts(path: $0[0]).refused(CondaMatchSpec.init(_:)) },
        "refused-requirements": Figure("LINES") { try PackageTexts(path: $0[0]).refused(PipRequirement.init(_:)) },
    ]

    private static func counting(_ work: @escaping @Sendable (Int) async throws -> Timing) -> Figure {
        Figure("COUNT") { given in
            guard let count = Int(given[0]), count > 0 else { return nil }
            return try await work(count).line
        }
    }
}

/// Calls a function with the path of a new folder, and removes the folder afterwards, even after an error.
func withScratchFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    // BENCHMARK_FOLDER is on a disk; the temporary folder can be in memory, where nothing is durable.
    let parent = ProcessInfo.processInfo.environment["BENCHMARK_FOLDER"] ?? FileManager.default.temporaryDirectory.path
    let folder = "\(parent)/benchmark-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}
