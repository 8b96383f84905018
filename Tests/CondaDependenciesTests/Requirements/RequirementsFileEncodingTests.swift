import Foundation
import TestSupport
import Testing

@testable import CondaDependencies

/// Requirements files in the encodings that pip recognizes.
@Suite struct RequirementsFileEncodingTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private static let text = "requests==2.31.0  # caf\u{E9}\npandas>=2,<3\n"

    @Test(arguments: [
        ("utf-16 little", Data([0xFF, 0xFE]) + text.data(using: .utf16LittleEndian)!),
        ("utf-16 big", Data([0xFE, 0xFF]) + text.data(using: .utf16BigEndian)!),
        ("utf-8 with a mark", Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)),
        ("latin-1", Data("# -*- coding: latin-1 -*-\n".utf8) + text.data(using: .isoLatin1)!),
        (
            "latin-1 on the second line",
            Data("\n# vim: set fileencoding=iso-8859-1 :\n".utf8) + text.data(using: .isoLatin1)!
        ),
        ("utf-8", Data(text.utf8)),
    ])
    func `a file is read in the encoding that pip finds`(_ name: String, _ bytes: Data) throws {
        let path = "\(folder.path)/requirements.txt"
        try bytes.write(to: URL(filePath: path))
        let file = try PipRequirementsFile(path: path, allowingFilesOutside: false)
        #expect(file.requirements == ["requests==2.31.0", "pandas>=2,<3"])
        #expect(file.diagnostics == [])
    }

    @Test(arguments: [
        (Data("# coding: cp932\n".utf8) + Data([0x83]), "is in cp932, which is not read here"),
        (Data([0xFF, 0xFE, 0x41]), "is not UTF-16"), (Data([0x41, 0xE9]), "is not UTF-8"),
        (Data([0xFF, 0xFE, 0, 0]), "is in UTF-32, which is not read here"),
        (Data("\n\n# coding: latin-1\n".utf8) + Data([0xE9]), "is not UTF-8"),
    ])
    func `another encoding is named and refused`(_ bytes: Data, _ reason: String) throws {
        let path = "\(folder.path)/requirements.txt"
        try bytes.write(to: URL(filePath: path))
        let error = #expect(throws: CondaDependenciesError.self) {
            try PipRequirementsFile(path: path, allowingFilesOutside: false)
        }
        #expect(error?.code == .fileUnreadable)
        #expect(error?.message == "'\(path)' \(reason)")
        #expect(error?.hint == "save the file as UTF-8")
    }

    @Test func `a conda file in UTF-16 is refused by the name of its encoding`() throws {
        let path = "\(folder.path)/env.yml"
        try (Data([0xFF, 0xFE]) + "dependencies: []\n".data(using: .utf16LittleEndian)!).write(to: URL(filePath: path))
        let error = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(condaDependenciesFilePath: path)
        }
        #expect(error?.code == .yamlInvalid)
        #expect(error?.message == "the text is UTF-16, not UTF-8")
    }
}
