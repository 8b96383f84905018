import Foundation
import Measuring

// Benchmark FIGURE ARGUMENT: prints one line of JSON, {"count": …, "seconds": …}.
let usage = "usage: Benchmark load|load-path CORPUS, or Benchmark large|edits|register|get-versions|get-names COUNT"
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let figure = arguments.first, let argument = arguments.last else {
    exit(withUsage: usage)
}

switch (figure, Int(argument)) {
case ("load", _): print(try Specifications.loadAndSerialize(Corpus(folder: argument, usage: usage), seconds: 1).line)
case ("load-path", _):
    print(try Specifications.loadAndSerializeFromPath(Corpus(folder: argument, usage: usage), seconds: 1).line)
case ("large", let count?) where count > 0:
    print(try await withScratchFile { try Specifications.largeFile(packages: count, at: $0) }.line)
case ("edits", let count?) where count > 0:
    print(try await withScratchFile { try Specifications.edits(count, at: $0) }.line)
case ("register", let count?) where count > 0:
    print(try await withScratchFolder { try await Registry(below: $0).registerVersions(count) }.line)
case ("get-versions", let count?) where count > 0:
    print(
        try await withScratchFolder { folder in
            let registry = try await Registry(below: folder)
            _ = try await registry.registerVersions(count)
            return try await registry.getLatest("one", times: 1000)
        }.line
    )
case ("get-names", let count?) where count > 0:
    print(
        try await withScratchFolder { folder in
            let registry = try await Registry(below: folder)
            _ = try await registry.registerNames(count)
            return try await registry.getLatest("name-\(count / 2)", times: 1000)
        }.line
    )
default: exit(withUsage: usage)
}

/// Calls a function with the path of a file in a folder that is removed afterwards.
func withScratchFile(_ body: (String) throws -> Timing) async throws -> Timing {
    try await withScratchFolder { try body($0 + "/env.yml") }
}

/// Calls a function with the path of a folder that is removed afterwards, also after an error.
func withScratchFolder(_ body: (String) async throws -> Timing) async throws -> Timing {
    // Where the disk is: a temporary folder can lie in memory, where nothing is durable.
    let parent = ProcessInfo.processInfo.environment["BENCHMARK_FOLDER"] ?? FileManager.default.temporaryDirectory.path
    let folder = "\(parent)/benchmark-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}
