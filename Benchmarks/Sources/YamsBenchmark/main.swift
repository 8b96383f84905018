import Measuring
import Yams

// YamsBenchmark load CORPUS: what a Swift program would use that knows YAML and not conda.
guard CommandLine.arguments.count == 3, CommandLine.arguments[1] == "load" else {
    exit(withUsage: "usage: YamsBenchmark load CORPUS")
}
let corpus = try Corpus(folder: CommandLine.arguments[2])
guard !corpus.files.isEmpty else { exit(withUsage: "'\(CommandLine.arguments[2])' holds no .yml or .yaml file") }
let timing = try Timing(forSeconds: 1, countPerRound: corpus.files.count) {
    for file in corpus.files {
        let node = try Yams.compose(yaml: String(decoding: file.bytes, as: UTF8.self))
        let text = try Yams.serialize(node: node ?? "")
        precondition(!text.isEmpty)
    }
}
print(timing.line)
