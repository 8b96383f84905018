import Testing

@testable import Workspace

@Suite struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 2, 15, 16, 17, 1000, 5000])
    func `the results are in the order of the elements`(count: Int) async throws {
        let numbers = Array(0..<count)
        #expect(try await numbers.concurrentMap { $0 * 2 } == numbers.map { $0 * 2 })
    }

    private struct Refusal: Error {}

    @Test(arguments: [1, 100]) func `an error of the function is thrown`(count: Int) async {
        await #expect(throws: Refusal.self) {
            try await Array(0..<count).concurrentMap { if $0 == count - 1 { throw Refusal() } }
        }
    }

    @Test func `a cancelled task gets no results`() async {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await Array(0..<1000).concurrentMap { $0 }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
