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

    /// Whether a text of this size may take as much: a second a megabyte, twenty milliseconds for a short one, and
    /// 250 MB.
    func isAllowed(size: Int) -> Bool {
        time <= .milliseconds(20) + .microseconds(size) && memory <= 250_000
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
