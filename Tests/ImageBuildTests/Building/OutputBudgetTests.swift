import Testing

@testable import ImageBuild

@Suite struct OutputBudgetTests {
    @Test func `a command that writes without end fills neither memory nor log, and the last lines are known`() async {
        let progress = BuildProgress()
        let long = String(repeating: "x", count: 65_536)
        var logged = 0
        var lastLogged = ""
        for _ in 0..<2000 {
            for line in await progress.add([.output(long, step: nil)]) {
                logged += line.utf8.count
                lastLogged = line
            }
        }
        #expect(await progress.add([.output("the end", step: nil)]) == [])
        #expect(logged <= 64 << 20)
        #expect(lastLogged == "(the output goes on, and is not kept)")
        #expect(await progress.lines.last == "the end")
        #expect(await progress.lines.count < 1500)
    }

    @Test func `empty lines count as well`() {
        var budget = OutputBudget()
        var kept = 0
        for _ in 0..<1_000_000 { kept += budget.take(.output("", step: nil)).count }
        #expect(budget.isFull)
        #expect(kept < 600_000)
    }

    @Test func `what looks like steps is not kept without end`() {
        let step = ImageBuildStep(number: 1, total: 1, instruction: "x")
        var budget = OutputBudget()
        var kept = 0
        for _ in 0..<200_000 { kept += budget.take(.started(step)).count }
        #expect(kept == 100_000)
    }
}
