import CondaDependencies
import TestSupport
import Testing

@Suite struct SaveToFileTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    @Test func `paths are joined as in Python`() throws {
        let dependencies = CondaDependencies()
        #expect(try dependencies.saveToFile(baseDirectory: folder.path, condaFilePath: "a.yml") == "a.yml")
        #expect(try dependencies.saveToFile(baseDirectory: folder.path + "/", condaFilePath: "b.yml") == "b.yml")
        let absolute = folder.path + "/c.yml"
        #expect(try dependencies.saveToFile(baseDirectory: "", condaFilePath: absolute) == absolute)
        #expect(try dependencies.saveToFile(baseDirectory: "/none", condaFilePath: absolute) == absolute)
        #expect(try folder.names() == ["a.yml", "b.yml", "c.yml"])
    }

    @Test(arguments: ["", "new/"])
    func `a path that is empty or ends with a slash is refused`(name: String) throws {
        let path = name.isEmpty ? "" : "\(folder.path)/\(name)"
        let error = #expect(throws: CondaDependenciesError.self) { try CondaDependencies().save(path: path) }
        #expect(error?.code == .fileUnwritable)
        #expect(try folder.names() == [])
    }
}
