import Foundation
import Measuring

// Benchmark FIGURE ARGUMENT: prints one line of JSON, {"count": …, "seconds": …}.
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let figure = arguments.first, let argument = arguments.last else {
    FileHandle.standardError.write(Data("usage: Benchmark FIGURE (a corpus folder or a count)\n".utf8))
    exit(2)
}
let scratch = FileManager.default.temporaryDirectory.appending(
    path: "benchmark-\(ProcessInfo.processInfo.processIdentifier)"
)
try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: scratch) }
let file = scratch.appending(path: "env.yml").path(percentEncoded: false)

let timing: Timing
switch figure {
case "load": timing = try Specifications.loadAndSerialize(Corpus(folder: argument), seconds: 1)
case "load-path": timing = try Specifications.loadAndSerializeFromPath(Corpus(folder: argument), seconds: 1)
case "large": timing = try Specifications.largeFile(packages: Int(argument) ?? 0, at: file)
case "edits": timing = try Specifications.edits(Int(argument) ?? 0, at: file)
default:
    FileHandle.standardError.write(Data("no figure '\(figure)'\n".utf8))
    exit(2)
}
print(timing.line)
