import HostileInput
import Testing

@testable import CondaDependencies

/// Makes one edit of each real file and compares the lines. An edit may be refused with a reason, but none of these
/// files has content for which that happens.
@Suite struct CorpusEditTests {
    @Test func `adding a conda package adds one line`() throws {
        let refused = try eachFile { file, edits in
            guard let after = try edits.lines(of: file, { try $0.addCondaPackage("a-new-package=1.0") }) else { return }
            #expect(file.lines.texts.isSubsequence(of: after.texts), "\(file.name)")
            #expect(after.texts.count == file.lines.texts.count + 1, "\(file.name)")
            #expect(after.items.count { $0 == "a-new-package=1.0" } == 1, "\(file.name)")
        }
        #expect(refused == [])
    }

    @Test func `adding a pip package adds one line, and the pip key when it is missing`() throws {
        let refused = try eachFile { file, edits in
            guard let after = try edits.lines(of: file, { try $0.addPipPackage("a-new-package==1.0") }) else { return }
            let count = file.dependencies.document?.pipLists.isEmpty == true ? 2 : 1
            #expect(file.lines.texts.isSubsequence(of: after.texts), "\(file.name)")
            #expect(after.texts.count == file.lines.texts.count + count, "\(file.name)")
            #expect(after.items.count { $0 == "a-new-package==1.0" } == 1, "\(file.name)")
            // A new key has the same quotes as the entries around it.
            let isKey = { (item: String?) in ["pip:", "'pip':", "\"pip\":"].contains(item) }
            #expect(after.items.count(where: isKey) - file.lines.items.count(where: isKey) == count - 1, "\(file.name)")
        }
        #expect(refused == [])
    }

    @Test func `removing a conda package removes its lines and their comments`() throws {
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

    @Test func `removing a pip package removes its line and the comments of that line`() throws {
        let refused = try eachFile { file, edits in
            for package in file.distinctPipPackages where file.dependencies.pipPackages.count > 1 {
                guard let after = try edits.lines(of: file, { try $0.removePipPackage(package) }) else { continue }
                file.expectRemoval(of: package, count: 1, gives: after)
            }
        }
        #expect(refused == [])
    }

    @Test func `another Python version changes one line and keeps its comment`() throws {
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

    @Test func `another version of a pip package changes and moves its line, with the comments of that line`() throws {
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

    /// Runs the body for each file, and returns the refused edits, each with its reason.
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
        } catch let error as CondaDependenciesError where error.code == .editRefused {
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

    /// The pip packages whose name is unique.
    var distinctPipPackages: [String] {
        let names = dependencies.pipPackages.map { PipRequirement.normalizedName(in: $0) ?? $0 }
        return zip(dependencies.pipPackages, names).filter { _, name in names.count { $0 == name } == 1 }.map(\.0)
    }

    /// Expects that the lines of the entry are removed, and no other lines but comments that may belong to it.
    func expectRemoval(of entry: String, count: Int, gives after: SpecificationLines) {
        let positions = lines.items.indices.filter { lines.items[$0] == entry }
        #expect(after.items.count { $0 == entry } == positions.count - count, "\(name): \(entry)")
        #expect(lines.without(positions).isSubsequence(of: after.texts), "\(name): \(entry)")
        #expect(after.texts.isSubsequence(of: lines.texts), "\(name): \(entry)")
    }
}
