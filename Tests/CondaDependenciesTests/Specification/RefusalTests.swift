import AzureMLSupport
import Foundation
import TestSupport
import Testing

@testable import CondaDependencies

@Suite struct RefusalTests {
    @Test(arguments: [
        ("", "conda-dependencies-structure-invalid", ":1:1"),
        ("# only a comment\n", "conda-dependencies-structure-invalid", ":1:1"),
        ("- a\n", "conda-dependencies-structure-invalid", ":1:1"),
        ("numpy\n", "conda-dependencies-structure-invalid", ":1:1"),
        ("dependencies: [a]\nplatforms: [linux]\n", "conda-dependencies-key-unknown", ":2:1"),
        ("Name: x\n", "conda-dependencies-key-unknown", ":1:1"),
        ("dependencies: [a]\ndependencies: [b]\n", "conda-dependencies-yaml-invalid", ":2:1"),
        ("dependencies:\n\t- a\n", "conda-dependencies-yaml-invalid", ":2:1"),
        ("name: 'x\n", "conda-dependencies-yaml-invalid", ":1:7"),
        ("dependencies: *x\n", "conda-dependencies-yaml-invalid", ":1:15"),
        ("name: a\n---\nname: b\n", "conda-dependencies-yaml-invalid", ":2:1"),
        ("dependencies: {numpy: 1}\n", "conda-dependencies-structure-invalid", ":1:15"),
        ("dependencies:\n- [a]\n", "conda-dependencies-structure-invalid", ":2:3"),
        ("dependencies:\n- pip: {a: b}\n", "conda-dependencies-structure-invalid", ":2:8"),
        ("dependencies:\n- pip:\n  - a: b\n", "conda-dependencies-structure-invalid", ":3:5"),
        ("channels: {a: b}\n", "conda-dependencies-structure-invalid", ":1:11"),
        ("channels: [[a]]\n", "conda-dependencies-structure-invalid", ":1:12"),
        ("name: [a]\n", "conda-dependencies-structure-invalid", ":1:7"),
        ("variables: [a]\n", "conda-dependencies-structure-invalid", ":1:12"),
    ])
    func `a text that is not a specification is refused with a location and a hint`(
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

    @Test func `invalid UTF-8, deep nesting and excessive length are refused with their location`() {
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

    @Test func `the errors for a missing file and a folder name the path and a solution`() throws {
        let folder = try ScratchFolder()
        let missing = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(condaDependenciesFilePath: folder.path + "/none.yml")
        }
        #expect(missing?.code == .fileUnreadable)
        #expect(missing?.description.contains("there is no file '\(folder.path)/none.yml'") == true)
        let isFolder = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(condaDependenciesFilePath: folder.path)
        }
        #expect(isFolder?.code == .fileUnreadable)
        #expect(isFolder?.hint?.contains("environment.yml") == true)
    }

    @Test(arguments: [
        ("$schema: x\nname: a\nimage: b\nconda_file: c.yml\n", 1, "Azure ML's SDK and CLI v2"),
        ("name: a\nimage: b\n", 2, "'conda_file'"), ("python: 3.8\nbuild_dependencies: [pip]\n", 1, "conda.yaml"),
        ("version: 1\nmetadata: {}\npackage: []\n", 1, "lock file"), ("package:\n  name: x\n", 1, "conda-build"),
        ("package: {name: x}\nsource: {}\n", 1, "conda-build"), ("name: a\nversion: 1\nimage: b\n", 2, "'conda_file'"),
        ("name: a\nversion: 1\nbuild: {path: .}\n", 2, "DockerBuildContext.fromLocalDirectory"),
        ("$schema: x\ncommand: python a.py\nenvironment: e\n", 1, "not of an environment"),
        ("{\"name\": \"a\", \"docker\": {}, \"python\": {}}", 1, "loadFromDirectory"),
        ("# platform: linux-64\n@EXPLICIT\nhttps://example.org/a-1-0.conda\n", 2, "conda env export"),
        ("name: {{ name }}\ndependencies: [a]\n", 1, "this is a template"), ("key: 1\n", 1, "use name,"),
        ("dependencies:\n- pip:\n  - {{ a }}\n", 3, "this is a template"),
        ("dependencies:\n- pip:\n  - b: 1.2\n", 3, "write 'b==1.2'"),
        ("dependencies:\n- pip:\n  - b: ==1.2\n", 3, "write 'b==1.2'"),
        ("dependencies:\n- pip:\n  - --no-binary: all\n", 3, "put it in quotes: '--no-binary: all'"),
        ("dependencies:\n- pip:\n  - b: latest\n", 3, "on its own line"),
        ("dependencies: [a]\nplatforms: [linux-64]\n", 2, "conda-lock"), ("Name: x\n", 1, "write 'name'"),
        ("dependencies: [a]\npip: [b]\n", 2, "'- pip:'"),
        ("dependencies:\n  - cmake\n  {% if linux %}\n  - gxx\n  {% endif %}\n", 3, "this is a template"),
    ])
    func `a file of another kind is recognized, and the hint says which file to give`(
        _ text: String,
        _ line: Int,
        _ hint: String
    ) throws {
        let error = #expect(throws: CondaDependenciesError.self) { try CondaDependencies(yaml: text) }
        #expect(error?.location?.line == line)
        #expect(error?.hint?.contains(hint) == true, "\(error?.hint ?? "")")
    }
}
