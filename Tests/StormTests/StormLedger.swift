import TestSupport

/// The changes that the processes of a storm reported.
struct StormLedger {
    struct Entry: Hashable {
        var writer: String
        var change: String
        var subject: String
        var round: Int

        /// The content that the writer stored in this round.
        var content: String { StormPlace.content(writer, round) }
    }

    private(set) var entries: [Entry] = []

    mutating func note(_ answers: [WriterProcess.Answer], of writer: String) {
        entries += answers.map { Entry(writer: writer, change: $0.change, subject: $0.subject, round: $0.round) }
    }

    mutating func note(_ other: StormLedger) {
        entries += other.entries
    }

    /// The number of reports of each change.
    var counts: [String: Int] { entries.reduce(into: [:]) { $0[$1.change, default: 0] += 1 } }

    func entries(_ changes: Set<String>) -> [Entry] { entries.filter { changes.contains($0.change) } }

    func subjects(_ change: String) -> Set<String> { Set(entries([change]).map(\.subject)) }

    /// The versions that their writer may have deleted without reporting it: it restored its next version, which it
    /// does just before it deletes the one before.
    var perhapsDeleted: Set<String> {
        let restored = Set(entries(["restored"]).map(\.content))
        return Set(
            entries(["registered"]).filter { restored.contains(StormPlace.content($0.writer, $0.round + 1)) }
                .map(\.subject)
        )
    }
}
