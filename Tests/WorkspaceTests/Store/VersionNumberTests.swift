import Testing

@testable import Workspace

@Suite struct VersionNumberTests {
    @Test(
        arguments: [
            ([], [], 0), ([1, 2], [], 2), ([1, 2], [2], 2), ([1, .max], [], .max), ([1, .max], [.max], 1),
            ([1, .max - 1, .max], [.max], .max), ([1, .max - 1, .max], [.max - 1, .max], 1), ([.max], [.max], 0),
            ([1, .max - 2, .max], [.max], .max - 2),
        ] as [(Set<Int>, Set<Int>, Int)]
    )
    func `the numbering goes on after the highest number, unless removed ones end it`(
        numbers: Set<Int>,
        removed: Set<Int>,
        highest: Int
    ) {
        #expect(VersionNumber.highest(of: numbers, removed: removed) == highest)
    }

    @Test(.timeLimit(.minutes(1))) func `many removed numbers at the end take little time`() {
        let removed = Set((0..<50_000).map { Int.max - $0 })
        #expect(VersionNumber.highest(of: removed.union([7]), removed: removed) == 7)
    }
}
