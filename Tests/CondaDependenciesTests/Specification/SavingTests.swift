import Foundation
import TestSupport
import Testing

@testable import CondaDependencies

@Suite struct SavingTests {
    @Test func `saving writes the text atomically and requires Python`() throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/env.yml"
        var dependencies = try CondaDependencies(yaml: "dependencies: [python=3.8] # c")
        try dependencies.addPipPackage("a")
        #expect(try dependencies.save(path: path) == path)
        #expect(try CondaDependencies(condaDependenciesFilePath: path) == dependencies)
        #expect(try folder.names() == ["env.yml"])
        let withoutPython = try CondaDependencies(yaml: "dependencies: [a]")
        #expect(throws: CondaDependenciesError.self) { try withoutPython.save(path: path) }
        #expect(throws: CondaDependenciesError.self) { try CondaDependencies.empty.save(path: path) }
        #expect(throws: CondaDependenciesError.self) { try dependencies.save(path: folder.path) }
        #expect(throws: CondaDependenciesError.self) { try dependencies.save(path: folder.path + "/none/env.yml") }
        let pipe = folder.path + "/pipe"
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        #expect(throws: CondaDependenciesError.self) { try dependencies.save(path: pipe) }
        let type = try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
        #expect(type == .typeUnknown)
        #expect(try CondaDependencies(condaDependenciesFilePath: path) == dependencies)
    }
}
