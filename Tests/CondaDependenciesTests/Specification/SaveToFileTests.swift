import CondaDependencies
import Foundation
import Testing

@Suite struct SaveToFileTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/conda-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    @Test func `paths are joined as Python joins them`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let dependencies = CondaDependencies()
        #expect(try dependencies.saveToFile(baseDirectory: folder, condaFilePath: "a.yml") == "a.yml")
        #expect(try dependencies.saveToFile(baseDirectory: folder + "/", condaFilePath: "b.yml") == "b.yml")
        let absolute = folder + "/c.yml"
        #expect(try dependencies.saveToFile(baseDirectory: "", condaFilePath: absolute) == absolute)
        #expect(try dependencies.saveToFile(baseDirectory: "/none", condaFilePath: absolute) == absolute)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.yml", "b.yml", "c.yml"])
    }

    @Test(arguments: ["", "new/"])
    func `a path that ends like a folder is refused`(name: String) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = name.isEmpty ? "" : "\(folder)/\(name)"
        let error = #expect(throws: CondaDependenciesError.self) { try CondaDependencies().save(path: path) }
        #expect(error?.code == .unwritableFile)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
}
