import Testing

@testable import ImageBuild

@Suite struct OutputBudgetTests {
    @Test func `an endless output fills neither memory nor log, and its last lines are kept`() async {
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
        #expect(lastLogged == "(the output continues, but is no longer kept)")
        #expect(await progress.lines.last == "the end")
        #expect(await progress.lines.count < 1500)
    }

    @Test func `empty lines count towards the limit`() {
        var budget = OutputBudget()
        var kept = 0
        for _ in 0..<1_000_000 { kept += budget.admit(.output("", step: nil)).count }
        #expect(budget.isFull)
        #expect(kept < 600_000)
    }

    @Test func `the events of steps are kept up to a limit`() {
        let step = ImageBuildStep(number: 1, total: 1, stage: nil, instruction: "x")
        var budget = OutputBudget()
        var kept = 0
        for _ in 0..<200_000 { kept += budget.admit(.started(step)).count }
        #expect(kept == 100_000)
    }
}
