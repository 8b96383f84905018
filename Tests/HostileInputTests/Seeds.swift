import Foundation
import Testing

/// The texts that damaged texts are made of: the fuzzer's seeds and the fixtures of conda specifications.
enum Seeds {
    struct Seed: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var testDescription: String { name }
    }

    static let all: [Seed] = ["Fuzzing/Seeds", "CondaDependenciesTests/Fixtures/specifications"].flatMap { path in
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let folder = tests.appending(path: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { Seed(name: name, bytes: [UInt8]($0)) }
        }
    }
}
