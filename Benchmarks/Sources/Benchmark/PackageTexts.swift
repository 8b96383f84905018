import Foundation
import Measuring

/// Packages from real specifications, one per line of a file.
struct PackageTexts {
    private let lines: [String]

    init(path: String) throws {
        lines = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    func parse<Value>(seconds: Double, _ parse: (String) throws -> Value) throws -> Timing {
        var accepted = 0
        let timing = Timing(forSeconds: seconds, countPerRound: lines.count) {
            for line in lines where (try? parse(line)) != nil { accepted += 1 }
        }
        precondition(accepted > 0)
        return timing
    }

    /// Returns the refused lines as a JSON object.
    func refused<Value>(_ parse: (String) throws -> Value) throws -> String {
        let refused = lines.filter { (try? parse($0)) == nil }
        return String(decoding: try JSONEncoder().encode(["refused": refused]), as: UTF8.self)
    }
}
