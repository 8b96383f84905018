import TestSupport
import Testing

/// Kills processes at random moments of every operation on a workspace.
///
/// ``StoreStress`` says how many: enough to see each operation for every test, and 1,000 and more on request.
@Suite struct KillStormTests {
    private static let wavesOfStorm = 3

    @Test(.timeLimit(.minutes(60)), arguments: [UInt64(1)])
    func `after many kills, no operation has lost what it reported or left a part`(seed: UInt64) async throws {
        let kills = StoreStress.kills(usual: 24, inChecks: 72)
        let clock = ContinuousClock()
        let start = clock.now
        var random = SeededGenerator(seed: seed)
        var ledger = StormLedger()
        var killed = 0
        while killed < kills {
            var storm = try await Storm()
            for _ in 0..<Self.wavesOfStorm where killed + storm.kills < kills { try await storm.blow(&random) }
            try await storm.check()
            try await storm.expectCleaned()
            killed += storm.kills
            ledger.note(storm.ledger)
        }
        let counts = ledger.counts
        if StoreStress.isSeries {
            let figures = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            print("\(killed) kills in \(clock.now - start); reported: \(figures)")
        }
        let expected = [
            "registered", "labelled", "archived", "restored", "label", "delete", "exported", "replaced", "imported",
            "added", "kept", "built",
        ]
        for change in expected { #expect(counts[change] != nil, "\(change)") }
    }
}
