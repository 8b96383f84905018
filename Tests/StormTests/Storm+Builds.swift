import AzureMLSupport
import Environment
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

extension Storm {
    /// Each build that was reported has its record and its log. One whose image another process builds as well may by
    /// now have the record of that build, which also has its log.
    func checkBuilds() async throws {
        for entry in ledger.entries(["built"]) {
            let environment = try await Environment.get(workspace: workspace, name: entry.subject)
            let details = try await environment.getImageDetails(workspace: workspace)
            let record = try #require(try await ImageBuildRecord.read(of: details.repository, in: workspace.store))
            let log = try #require(record.log)
            let text = try #require(try await workspace.store.log(named: log), "\(entry): \(record.status)")
            guard !entry.subject.hasPrefix("image-shared") else { continue }
            #expect(details.imageExist)
            #expect(String(decoding: text, as: UTF8.self).hasSuffix("begun\ndone\n"))
        }
    }

    /// Each record, also of a build that was killed, has its log, and says whether the build ended.
    func checkBuildRecords() async throws {
        let store = workspace.store
        for file in try scratch.names(in: "ws/.local/builds") where file.hasSuffix(".json") {
            let image = String(file.dropLast(".json".count))
            let record = try #require(try await ImageBuildRecord.read(of: image, in: store), "\(file)")
            let log = try #require(record.log)
            #expect(try await store.log(named: log) != nil, "\(file): \(record.status)")
            #expect(try await !store.isBeingWritten(logNamed: log))
            #expect(try await record.isInterrupted(in: store) == (record.status == .running))
        }
    }

    /// The next build removes the leftovers of the killed ones: temporary files, and logs that no record names.
    mutating func expectCleanedByBuild() async throws {
        let environment = try Environment.fromDockerfile(
            name: "image-last",
            dockerfile: "FROM my.azurecr.io/base:1\nENV NAME=last\n"
        )
        let workspace = workspace
        try await engine().run {
            let build = try await environment.build(workspace: workspace)
            try await build.waitForCompletion(showOutput: false)
            #expect(try await build.status == "Succeeded")
        }
        #expect(try scratch.names(in: "tmp") == [])
        #expect(try scratch.names(in: "ws/.local").filter { $0.hasPrefix("tmp-") } == [])
        let files = try scratch.names(in: "ws/.local/builds")
        let named = try files.filter { $0.hasSuffix(".json") }.map { file in
            try JSONValue(parsing: scratch.bytes("ws/.local/builds/\(file)"))[NoteName.logMember].string
        }
        #expect(Set(files.filter { $0.hasSuffix(".log") }) == Set(named.compactMap(\.self)))
    }
}
