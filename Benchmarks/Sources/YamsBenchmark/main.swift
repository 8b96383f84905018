import Measuring
import Yams

// YamsBenchmark load CORPUS: what a Swift program would use that knows YAML and not conda.
let usage = "usage: YamsBenchmark load CORPUS"
guard CommandLine.arguments.count == 3, CommandLine.arguments[1] == "load" else { exit(withUsage: usage) }
let corpus = try Corpus(folder: CommandLine.arguments[2], usage: usage)
let timing = try Timing(forSeconds: 1, countPerRound: corpus.files.count) {
    for file in corpus.files {
        let node = try Yams.compose(yaml: String(decoding: file.bytes, as: UTF8.self))
        let text = try Yams.serialize(node: node ?? "")
        precondition(!text.isEmpty)
    }
}
print(timing.line)
