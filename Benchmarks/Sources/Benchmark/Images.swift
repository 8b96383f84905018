import CondaDependencies
import Environment
import Foundation
import ImageBuild
import Measuring
import Workspace

/// Computes Dockerfiles and image names, and makes build contexts.
enum Images {
    /// Computes the image details of an environment that is registered in memory.
    static func details(seconds: Double) async throws -> Timing {
        let workspace = try Workspace.inMemory(name: "benchmark")
        var environment = Environment(name: "benchmark")
        try environment.python.condaDependencies.addCondaPackage("numpy=1.26")
        environment = try await environment.register(workspace: workspace)
        return try await Timing(forSeconds: seconds, countPerRound: 100) {
            for _ in 0..<100 { _ = try await environment.getImageDetails(workspace: workspace).dockerfile }
        }
    }

    /// Reads a folder as a build context, hashes it and writes it as a tar file.
    static func writeContext(of folder: String, to archive: String) throws -> Timing {
        let start = ContinuousClock.now
        let context = try BuildContext(directory: folder)
        try Data(context.tar()).write(to: URL(filePath: archive))
        precondition(!context.contentHash.isEmpty)
        return Timing(count: context.entries.count, seconds: (ContinuousClock.now - start).seconds)
    }

    /// A part of the work on a build context.
    enum ContextPart: String {
        case read, hash, write
    }

    /// Reads a folder as a build context, hashes it or writes it to a new folder, and measures only that part.
    static func timeContext(of folder: String, _ part: ContextPart, copy: String) throws -> Timing {
        var start = ContinuousClock.now
        let context = try BuildContext(directory: folder)
        if part != .read { start = ContinuousClock.now }
        switch part {
        case .read: break
        case .hash: precondition(!context.contentHash.isEmpty)
        case .write: try context.write(to: copy)
        }
        return Timing(count: 1, seconds: (ContinuousClock.now - start).seconds)
    }
}
