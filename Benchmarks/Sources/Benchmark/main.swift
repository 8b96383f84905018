import Foundation
import Measuring

// Benchmark FIGURE ARGUMENT: prints one line of JSON, {"count": …, "seconds": …}.
let usage = "usage: Benchmark load|load-path CORPUS, or Benchmark large|edits COUNT"
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let figure = arguments.first, let argument = arguments.last else {
    exit(withUsage: usage)
}

switch (figure, Int(argument)) {
case ("load", _): print(try Specifications.loadAndSerialize(Corpus(folder: argument, usage: usage), seconds: 1).line)
case ("load-path", _):
    print(try Specifications.loadAndSerializeFromPath(Corpus(folder: argument, usage: usage), seconds: 1).line)
case ("large", let count?) where count > 0:
    print(try withScratchFile { try Specifications.largeFile(packages: count, at: $0) }.line)
case ("edits", let count?) where count > 0:
    print(try withScratchFile { try Specifications.edits(count, at: $0) }.line)
default: exit(withUsage: usage)
}

/// Calls a function with the path of a file in a folder that is removed afterwards, also after an error.
func withScratchFile(_ body: (String) throws -> Timing) throws -> Timing {
    let folder = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appending(path: "env.yml").path(percentEncoded: false))
}
