import Foundation
import HostileInput
import Testing

/// The texts from which damaged texts are made: samples with every feature, and the fixtures of conda specifications.
enum Seeds {
    struct Seed: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var testDescription: String { name }
    }

    static let samples = SampleTexts.all.map { Seed(name: $0.debugDescription, bytes: Array($0.utf8)) }

    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    static func specifications() throws -> [Seed] {
        try files(below: "CondaDependenciesTests/Fixtures/specifications")
    }

    /// Returns the conda files that azureml-core and its users wrote, without duplicates.
    static func environments() throws -> [Seed] {
        var texts: Set<[UInt8]> = []
        let files =
            try files(below: "EnvironmentTests/Fixtures/inputs") + files(below: "EnvironmentTests/Fixtures/saved")
        return files.filter { texts.insert($0.bytes).inserted }
    }

    static func all() throws -> [Seed] {
        try samples + specifications() + environments()
    }

    private static func files(below folder: String) throws -> [Seed] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: tests.appending(path: folder).path)
        return try names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted().map { name in
            Seed(name: name, bytes: [UInt8](try Data(contentsOf: tests.appending(path: "\(folder)/\(name)"))))
        }
    }
}
