import HostileInput
import Testing

@testable import CondaDependencies

/// One edit of each real file: which of its lines are other ones then. An edit may be refused with its reason; the
/// files that are read here hold nothing of that kind, so none is.
@Suite struct CorpusEditTests {
    @Test func `a conda package more is one line more`() throws {
        let refused = try eachFile { file, edits in
            guard let after = try edits.lines(of: file, { try $0.addCondaPackage("a-new-package=1.0") }) else { return }
            #expect(file.lines.texts.isSubsequence(of: after.texts), "\(file.name)")
            #expect(after.texts.count == file.lines.texts.count + 1, "\(file.name)")
            #expect(after.items.count { $0 == "a-new-package=1.0" } == 1, "\(file.name)")
        }
        #expect(refused == [])
    }

    @Test func `a pip package more is one line more, and the key above it where there was none`() throws {
        let refused = try eachFile { file, edits in
            guard let after = try edits.lines(of: file, { try $0.addPipPackage("a-new-package==1.0") }) else { return }
            let count = file.dependencies.document?.pipLists.isEmpty == true ? 2 : 1
            #expect(file.lines.texts.isSubsequence(of: after.texts), "\(file.name)")
            #expect(after.texts.count == file.lines.texts.count + count, "\(file.name)")
            #expect(after.items.count { $0 == "a-new-package==1.0" } == 1, "\(file.name)")
            // A new key takes the quotes of the entries beside it.
            let isKey = { (item: String?) in ["pip:", "'pip':", "\"pip\":"].contains(item) }
            #expect(after.items.count(where: isKey) - file.lines.items.count(where: isKey) == count - 1, "\(file.name)")
        }
        #expect(refused == [])
    }

    @Test func `a conda package less is its lines less, and the comments of those lines`() throws {
        let refused = try eachFile { file, edits in
            let packages = file.dependencies.condaPackages
            let others = Set(packages).filter { CondaMatchSpec.packageName(in: $0) != "python" }
            for package in others where packages.count > 1 {
                guard let after = try edits.lines(of: file, { try $0.removeCondaPackage(package) }) else { continue }
                file.expectRemoval(of: package, count: packages.count { $0 == package }, gives: after)
            }
        }
        #expect(refused == [])
    }

    @Test func `a pip package less is its line less, and the comments of that line`() throws {
        let refused = try eachFile { file, edits in
            for package in file.distinctPipPackages where file.dependencies.pipPackages.count > 1 {
                guard let after = try edits.lines(of: file, { try $0.removePipPackage(package) }) else { continue }
                file.expectRemoval(of: package, count: 1, gives: after)
            }
        }
        #expect(refused == [])
    }

    @Test func `another Python is one line changed, whose comment stays`() throws {
        let refused = try eachFile { file, edits in
            let isPython = { CondaMatchSpec.packageName(in: $0) == "python" }
            guard let python = file.dependencies.condaPackages.first(where: isPython) else { return }
            guard let after = try edits.lines(of: file, { try $0.setPythonVersion("2.6.6") }) else { return }
            var expected = file.lines.texts
            let position = try #require(file.lines.items.firstIndex(of: python), "\(file.name)")
            let pinned = "\(CondaMatchSpec.parsedWithQualifier(python).qualifier)python=2.6.6"
            expected[position].replace(python, with: pinned, maxReplacements: 1)
            #expect(after.texts == expected, "\(file.name)")
        }
        #expect(refused == [])
    }

    @Test func `another version of a pip package is its line changed and moved, with the comments of that line`() throws
    {
        let refused = try eachFile { file, edits in
            for package in file.distinctPipPackages {
                guard let name = PipRequirement.normalizedName(in: package) else { continue }
                let pinned = "\(name)==0.0.1"
                guard let after = try edits.lines(of: file, { try $0.addPipPackage(pinned) }) else { continue }
                var expected = file.lines.texts
                let position = try #require(file.lines.items.lastIndex(of: package), "\(file.name)")
                expected[position].replace(package, with: pinned, maxReplacements: 1)
                #expect(after.texts.sorted() == expected.sorted(), "\(file.name): \(package)")
                #expect(file.lines.without([position]).isSubsequence(of: after.texts), "\(file.name): \(package)")
            }
        }
        #expect(refused == [])
    }

    /// What was refused in all files, each with its reason.
    private func eachFile(_ body: (RealFile, inout Edits) throws -> Void) throws -> [String] {
        var edits = Edits()
        for file in CorpusTests.files { try body(RealFile(file), &edits) }
        print("\(edits.count) edits of \(CorpusTests.files.count) files, \(edits.refused.count) of them refused")
        return edits.refused
    }
}

private struct Edits {
    var count = 0
    var refused: [String] = []

    /// The lines after an edit; `nil` when it was refused.
    mutating func lines(
        of file: RealFile,
        _ edit: (inout CondaDependencies) throws -> Void
    ) throws -> SpecificationLines? {
        count += 1
        var edited = file.dependencies
        do {
            try edit(&edited)
            return SpecificationLines(of: edited)
        } catch let error as CondaDependenciesError where error.code == .cannotEdit {
            refused.append("\(file.name): \(error)")
            return nil
        }
    }
}

private struct RealFile {
    let name: String
    let dependencies: CondaDependencies
    let lines: SpecificationLines

    init(_ file: Fixture.File) throws {
        name = file.name
        dependencies = try CondaDependencies(parsing: file.bytes, file: file.name)
        lines = SpecificationLines(of: dependencies)
    }

    /// The pip packages whose name no other one has.
    var distinctPipPackages: [String] {
        let names = dependencies.pipPackages.map { PipRequirement.normalizedName(in: $0) ?? $0 }
        return zip(dependencies.pipPackages, names).filter { _, name in names.count { $0 == name } == 1 }.map(\.0)
    }

    /// The lines of the entry are gone, and of the comments that belong to it as many as the edit took for its own.
    func expectRemoval(of entry: String, count: Int, gives after: SpecificationLines) {
        let positions = lines.items.indices.filter { lines.items[$0] == entry }
        #expect(after.items.count { $0 == entry } == positions.count - count, "\(name): \(entry)")
        #expect(lines.without(positions).isSubsequence(of: after.texts), "\(name): \(entry)")
        #expect(after.texts.isSubsequence(of: lines.texts), "\(name): \(entry)")
    }
}
