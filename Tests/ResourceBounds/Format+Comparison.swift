/// Gives random texts to a format, and returns how many took more than is promised.
func compareRandomTexts(of format: Format, count: Int, seed: UInt64) async -> Int {
    var generator = TextGenerator(seed: seed, tokens: format.tokens, frames: format.frames)
    var failures = 0
    var accepted = 0
    var slowest: (time: Duration, size: Int) = (.zero, 0)
    var largest: (memory: Int, size: Int) = (0, 0)
    for _ in 0..<count {
        let text = generator.next(upTo: 16 << 10)
        let size = text.utf8.count
        let measured = await Measurement { try await format.use(text) }
        if measured.refusal == nil { accepted += 1 }
        if measured.time > slowest.time { slowest = (measured.time, size) }
        if measured.memory > largest.memory { largest = (measured.memory, size) }
        guard !measured.isAllowed(format, text) else { continue }
        failures += 1
        let start = text.prefix(300).debugDescription
        print("error: \(format.name): \(measured.time), \(measured.memory) KB for \(size) bytes: \(start)")
    }
    print(
        "\(format.name): \(count) texts, \(accepted) accepted; slowest \(slowest.time.milliseconds) ms for"
            + " \(slowest.size) bytes; largest \(largest.memory) KB for \(largest.size) bytes"
    )
    return failures
}
