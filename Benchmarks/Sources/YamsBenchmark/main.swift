import Measuring
import Yams

// YamsBenchmark load CORPUS: the alternative for Swift programs, a library that reads YAML but does not know conda.
let usage = "usage: YamsBenchmark load CORPUS"
guard CommandLine.arguments.count == 3, CommandLine.arguments[1] == "load" else { exit(withUsage: usage) }
let corpus = try Corpus(folder: CommandLine.arguments[2])
let timing = try Timing(forSeconds: 1, countPerRound: corpus.files.count) {
    for file in corpus.files {
        let node = try Yams.compose(yaml: String(decoding: file.bytes, as: UTF8.self))
        let text = try Yams.serialize(node: node ?? "")
        precondition(!text.isEmpty)
    }
}
print(timing.line)
