import TestSupport
import Testing

/// Kills processes at random moments of every operation on a workspace.
///
/// ``StoreStress`` says how many: a dozen in every run of the tests, three dozen in CI, and any number on request.
@Suite struct KillStormTests {
    private static let wavesOfStorm = 3

    @Test(.timeLimit(.minutes(60)), arguments: [UInt64(1)])
    func `after many kills, no operation has lost what it reported or left a part`(seed: UInt64) async throws {
        let kills = StoreStress.kills(usual: 12, inChecks: 36)
        let clock = ContinuousClock()
        let start = clock.now
        var random = SplitMix64(seed: seed)
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
        for change in ["registered", "imported", "kept"] { #expect(counts[change] != nil, "\(change)") }
        guard StoreStress.isSeries else { return }
        let figures = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        print("\(killed) kills in \(clock.now - start); reported: \(figures)")
        // A few processes can be killed before they report changes of every kind.
        for change in ["labelled", "restored", "deleted", "label", "delete", "exported", "replaced", "added", "built"] {
            #expect(counts[change] != nil, "\(change)")
        }
    }
}
