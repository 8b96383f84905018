import AzureMLSupport
import Foundation
import LosslessYAML
import Testing

@testable import CondaDependencies

@Suite struct EditRefusalTests {
    static let refused: [(String, @Sendable (inout CondaDependencies) throws -> Void, String)] = [
        ("dependencies:\n- python=3.8\n", { try $0.removeCondaPackage("python") }, "conda-dependencies-python-missing"),
        ("dependencies:\n- a\n", { try $0.addPipPackage("--pre") }, "conda-dependencies-value-invalid"),
        ("dependencies:\n- a\n", { try $0.setPipOption("pre") }, "conda-dependencies-value-invalid"),
        ("dependencies:\n- a\n", { try $0.addCondaPackage("a\nb") }, "conda-dependencies-value-invalid"),
        ("dependencies:\n- a\n", { try $0.addCondaPackage("") }, "conda-dependencies-value-invalid"),
        ("dependencies:\n- a\n", { try $0.addChannel("-c conda-forge") }, "conda-dependencies-value-invalid"),
        ("dependencies:\n- a\n", { try $0.addChannel("conda-forge,defaults") }, "conda-dependencies-value-invalid"),
        ("dependencies:\n- a\n", { try $0.addCondaPackage("=1") }, "conda-dependencies-value-invalid"),
        ("dependencies:\n- a\n", { try $0.setPythonVersion("3.8; rm") }, "conda-dependencies-value-invalid"),
        (
            "dependencies: &d\n- a\nvariables: {x: *d}\n",
            { try $0.addCondaPackage("b") }, "conda-dependencies-edit-refused"
        ),
    ]

    static let refusedWhole: [(String, @Sendable (inout CondaDependencies) throws -> Void)] = [
        ("dependencies:\n- pip: [a==1, # x\n   b]\n", { try $0.addPipPackage("a==2") }),
        ("dependencies:\n- pip:\n  - a==1\n  - &k a==2\n  - b\n", { try $0.addPipPackage("a==3") }),
        ("dependencies:\n- numpy=1\n- &k numpy=2\n", { try $0.removeCondaPackage("numpy") }),
        ("dependencies:\n- pip:\n  - a\n  - &k b\n", { try $0.setPipRequirements(["c"]) }),
    ]

    @Test(arguments: refusedWhole.indices)
    func `an edit of several entries changes nothing if one of them cannot change`(_ position: Int) throws {
        let (given, edit) = Self.refusedWhole[position]
        var dependencies = try CondaDependencies(yaml: given)
        let error = #expect(throws: CondaDependenciesError.self) { try edit(&dependencies) }
        #expect(error?.code == .editRefused)
        #expect(error?.location?.line != nil)
        #expect(dependencies.serializeToString() == given)
    }

    @Test(arguments: refused.indices)
    func `an invalid edit is refused and changes nothing`(_ position: Int) throws {
        let (given, edit, code) = Self.refused[position]
        var dependencies = try CondaDependencies(yaml: given)
        let error = #expect(throws: CondaDependenciesError.self) { try edit(&dependencies) }
        #expect(error?.code.name == code)
        #expect(dependencies.serializeToString() == given)
        var empty = CondaDependencies.empty
        #expect(throws: CondaDependenciesError.self) { try empty.addPipPackage("-") }
        #expect(empty == .empty)
    }

    static let keptTexts: [(String, @Sendable (inout CondaDependencies) throws -> Void, String)] = [
        ("dependencies:\n- a\n\u{FEFF}# b\n", { try $0.addCondaPackage("c") }, "env.yml:3:1"),
        ("dependencies:\n- a\n  \t\n- d\n", { try $0.addCondaPackage("c") }, "env.yml:3:3"),
        ("dependencies:\n- a\nname: !!int 42\n", { $0 = try $0.mutated() }, "env.yml:3:7"),
    ]

    @Test(arguments: keptTexts.indices)
    func `a text that an edit would give another meaning is kept, and the error has its location`(
        _ position: Int
    ) throws {
        let (given, edit, place) = Self.keptTexts[position]
        var dependencies = try CondaDependencies(parsing: Array(given.utf8), file: "env.yml")
        #expect(dependencies.serializeToString() == given)
        let error = #expect(throws: CondaDependenciesError.self) { try edit(&dependencies) }
        #expect(error?.code == .editRefused)
        #expect(error?.location?.description == place)
        #expect(dependencies.serializeToString() == given)
    }

    @Test func `a refused first edit of the empty specification leaves it empty`() throws {
        var empty = CondaDependencies.empty
        let error = #expect(throws: CondaDependenciesError.self) {
            try empty.edit { (document, root) throws(YAMLError) in
                try document.insert(.text("x"), forKey: "name", into: root)
                throw YAMLError(.editRefused, "refused after a change")
            }
        }
        #expect(error?.code == .editRefused)
        #expect(empty.isEmpty)
        #expect(empty.serializeToString().isEmpty)
        #expect(empty.asDict() == .null)
        try empty.addCondaPackage("numpy")
        #expect(empty.condaPackages == ["numpy"])
    }

    @Test func `the documentation shows the error of a mistyped package as it is printed`() throws {
        var dependencies = CondaDependencies()
        let error = try #require(
            #expect(throws: CondaDependenciesError.self) { try dependencies.addCondaPackage("numpy=>1.26") }
        )
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = root.appending(path: "Documentation/ErrorsAndDiagnostics.md")
        let blocks = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
        #expect(blocks[1] == "\n\(error)\n")
    }
}
