import AzureMLSupport
import Foundation
import TestSupport
import Testing

@testable import CondaDependencies

@Suite struct RefusalTests {
    @Test(arguments: [
        ("", "invalid-structure", ":1:1"),
        ("# only a comment\n", "invalid-structure", ":1:1"),
        ("- a\n", "invalid-structure", ":1:1"),
        ("numpy\n", "invalid-structure", ":1:1"),
        ("dependencies: [a]\nplatforms: [linux]\n", "unknown-key", ":2:1"),
        ("Name: x\n", "unknown-key", ":1:1"),
        ("dependencies: [a]\ndependencies: [b]\n", "invalid-yaml", ":2:1"),
        ("dependencies:\n\t- a\n", "invalid-yaml", ":2:1"),
        ("name: 'x\n", "invalid-yaml", ":1:7"),
        ("dependencies: *x\n", "invalid-yaml", ":1:15"),
        ("name: a\n---\nname: b\n", "invalid-yaml", ":2:1"),
        ("dependencies: {numpy: 1}\n", "invalid-structure", ":1:15"),
        ("dependencies:\n- [a]\n", "invalid-structure", ":2:3"),
        ("dependencies:\n- pip: {a: b}\n", "invalid-structure", ":2:8"),
        ("dependencies:\n- pip:\n  - a: b\n", "invalid-structure", ":3:5"),
        ("channels: {a: b}\n", "invalid-structure", ":1:11"),
        ("channels: [[a]]\n", "invalid-structure", ":1:12"),
        ("name: [a]\n", "invalid-structure", ":1:7"),
        ("variables: [a]\n", "invalid-structure", ":1:12"),
    ])
    func `a text that is no specification is refused with its place and a way out`(
        yaml: String,
        code: String,
        place: String
    ) {
        let error = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(parsing: Array(yaml.utf8), file: "env.yml")
        }
        #expect(error?.code.name == code)
        #expect(error?.location?.description == "env.yml\(place)")
        #expect(error?.hint != nil)
    }

    @Test func `bytes that are no UTF-8, deep nesting and length are refused with their place`() {
        let latin = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(parsing: Array("name: caf".utf8) + [0xE9], file: "env.yml")
        }
        #expect(latin?.description.hasPrefix("env.yml:1:10: error: the text is not valid UTF-8") == true)
        let deep = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(parsing: Array(repeating: UInt8(ascii: "["), count: 1000), file: "env.yml")
        }
        #expect(deep?.code == .tooLarge)
        #expect(deep?.location?.description == "env.yml:1:257" && deep?.hint != nil)
        let long = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(parsing: Array(repeating: UInt8(ascii: "#"), count: (16 << 20) + 1), file: "env.yml")
        }
        #expect(long?.code == .tooLarge)
    }

    @Test func `a missing file and a folder name the path and what to do`() throws {
        let folder = try ScratchFolder()
        let missing = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(condaDependenciesFilePath: folder.path + "/none.yml")
        }
        #expect(missing?.code == .unreadableFile)
        #expect(missing?.description.contains("there is no file '\(folder.path)/none.yml'") == true)
        let isFolder = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(condaDependenciesFilePath: folder.path)
        }
        #expect(isFolder?.code == .unreadableFile)
        #expect(isFolder?.hint?.text.contains("environment.yml") == true)
    }
}
