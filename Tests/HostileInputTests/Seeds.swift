import Foundation
import HostileInput
import Testing

/// The texts that damaged texts are made of: those with every feature, and the fixtures of conda specifications.
enum Seeds {
    struct Seed: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var testDescription: String { name }
    }

    static let all = samples + fixtures

    private static let samples = SampleTexts.all.map { Seed(name: $0.debugDescription, bytes: Array($0.utf8)) }

    private static let fixtures: [Seed] = {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let folder = tests.appending(path: "CondaDependenciesTests/Fixtures/specifications")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { Seed(name: name, bytes: [UInt8]($0)) }
        }
    }()
}
