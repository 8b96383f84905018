// Gives random texts to everything that reads texts of strangers, and compares the time and the memory of each with
// what is promised: ResourceBounds INPUTS SEED. It prints the slowest and the largest of each format.

import Foundation

let inputs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2000
let seed = CommandLine.arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1

/// The peak of the process's memory in kilobytes since the last reset; `nil` where the system does not tell.
func peakMemory(resetting: Bool) -> Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    if resetting { try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs")) }
    return line.flatMap { Int($0.filter(\.isNumber)) }
}

/// The processor time of this process, which other programs do not lengthen.
func processorTime() -> Duration { .microseconds(1_000_000 / Int(CLOCKS_PER_SEC) * Int(clock())) }

/// The processor time that a text may take: three seconds a megabyte, and twenty milliseconds for a short one.
func allowedTime(_ size: Int) -> Duration { .milliseconds(20) + .microseconds(3 * size) }
/// The memory that a text may take in kilobytes.
let allowedMemory = 250_000

var failures = 0
for format in Format.all {
    var generator = TextGenerator(seed: seed, tokens: format.tokens, frames: format.frames)
    var accepted = 0
    var slowest: (time: Duration, text: String) = (.zero, "")
    var largest: (memory: Int, text: String) = (0, "")
    for _ in 0..<inputs {
        let text = generator.next(upTo: 16 << 10)
        let before = peakMemory(resetting: true).flatMap { _ in peakMemory(resetting: false) } ?? 0
        let start = processorTime()
        if (try? await format.use(text)) != nil { accepted += 1 }
        let time = processorTime() - start
        let memory = (peakMemory(resetting: false) ?? before) - before
        if time > slowest.time { slowest = (time, text) }
        if memory > largest.memory { largest = (memory, text) }
        if time > allowedTime(text.utf8.count) || memory > allowedMemory {
            failures += 1
            print(
                "error: \(format.name): \(time), \(memory) KB for \(text.utf8.count) bytes: \(text.prefix(300).debugDescription)"
            )
        }
    }
    print(
        "\(format.name): \(inputs) texts, \(accepted) accepted; slowest \(slowest.time) for \(slowest.text.utf8.count) bytes; "
            + "largest \(largest.memory) KB for \(largest.text.utf8.count) bytes"
    )
}
RequirementsFolder.shared.remove()
exit(failures == 0 ? 0 : 1)
