import Foundation

/// The time and the memory of one use of a text.
struct Measurement {
    /// The processor time, which other programs do not lengthen.
    let time: Duration
    /// The growth of the process's peak memory in kilobytes; 0 where the system does not tell it.
    let memory: Int
    /// Why the text was refused; `nil` if it was used to the end.
    let refusal: String?

    init(_ use: () async throws -> Void) async {
        resetPeakMemory()
        let before = peakMemory() ?? 0
        let start = clock()
        do {
            try await use()
            refusal = nil
        } catch {
            refusal = "\(error)"
        }
        time = .microseconds(1_000_000 / Int(CLOCKS_PER_SEC) * Int(clock() - start))
        memory = (peakMemory() ?? before) - before
    }

    /// Whether a text of a format may take as much: a second a megabyte or five microseconds a line, and the format's
    /// own time; 250 MB, or twenty times its size if it has more than 12 MB. SECURITY.md promises this.
    func isAllowed(_ format: Format, _ text: String) -> Bool {
        let size = text.utf8.count
        let lineCount = text.utf8.count { $0 == UInt8(ascii: "\n") }
        return time <= format.base + .microseconds(max(size, 5 * lineCount) * format.readCount)
            && memory <= max(250_000, 20 * size / 1024)
    }
}

private func resetPeakMemory() {
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
}

/// The peak of the process's memory in kilobytes since the last reset; `nil` where the system does not tell.
private func peakMemory() -> Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
}

extension Duration {
    var milliseconds: Double { self / .milliseconds(1) }
}
