import AzureMLSystem
import Environment
import Foundation
import TestSupport
import Testing
import Workspace

/// Processes that make every kind of change to one workspace, across each other, and are killed at random moments.
struct Storm {
    private static let rounds = 15
    private static let crew: [(name: String, work: StormWork)] = StormWork.allCases.flatMap { work in
        // One to label and one to delete: the processes for versions do both as well.
        (0..<(work == .label || work == .delete ? 1 : 2)).map { ("\(work.rawValue)\($0)", work) }
    }

    let scratch: ScratchFolder
    let place: StormPlace
    let workspace: Workspace
    private(set) var ledger = StormLedger()
    private(set) var kills = 0
    private var waves = 0
    /// They live as long as the storm, because an engine whose client was killed runs to its end.
    private var engines: [FakeEngine] = []

    init() async throws {
        scratch = try ScratchFolder()
        place = StormPlace(path: scratch.path)
        for folder in ["exports", "imports", "tmp"] { try scratch.makeFolder(folder) }
        workspace = try await Workspace.create(name: "storm", directory: place.workspace)
        let source = try await Workspace.create(name: "source", directory: "\(scratch.path)/source")
        let wheel = try scratch.write("mine-1.0-py3-none-any.whl", "wheel")
        _ = try await Environment.addPrivatePipWheel(workspace: source, filePath: wheel)
        _ = try await Environment(name: StormPlace.versionsName).register(workspace: source)
        try await Environment.label(
            workspace: source,
            name: StormPlace.versionsName,
            version: "1",
            labels: ["stable"]
        )
        try await source.exportWorkspace(path: place.source)
    }

    /// Starts the processes, and kills them one after the other.
    mutating func blow(_ random: inout SplitMix64) async throws {
        let first = waves * Self.rounds + 1
        waves += 1
        for round in first..<first + Self.rounds {
            var environment = Environment(name: StormPlace.contestedName)
            environment.environmentVariables["ROUND"] = "\(round)"
            _ = try await environment.register(workspace: workspace)
        }
        var writers: [(name: String, process: WriterProcess)] = []
        for (name, work) in Self.crew.shuffled(using: &random) {
            let arguments = [place.path, name, work.rawValue, "\(first)", "\(Self.rounds)"]
            let variables = work == .build ? try engine().context.injectedVariables ?? [:] : [:]
            writers.append((name, try WriterProcess("StormWriter", arguments, variables: variables)))
        }
        for (_, process) in writers {
            process.awaitAnswers(Int.random(in: 0..<4, using: &random))
            usleep(UInt32.random(in: 0..<15_000, using: &random))
            process.kill()
        }
        for (name, process) in writers {
            let (answers, end) = try process.finish()
            #expect(end != .failed, "\(name)")
            if end == .killed { kills += 1 }
            ledger.note(answers, of: name)
        }
    }

    /// Makes an engine that needs a moment to build, and whose temporary files are in the storm's folder.
    mutating func engine() throws -> FakeEngine {
        let engine = try FakeEngine(
            building: "echo begun; sleep 0.02; echo done",
            variables: ["TMPDIR": place.temporary]
        )
        engines.append(engine)
        return engine
    }
}
