import CondaDependencies
import Measuring

/// Reads, edits and writes conda specifications.
enum Specifications {
    static func loadAndSerialize(_ corpus: Corpus, seconds: Double) throws -> Timing {
        try Timing(forSeconds: seconds, countPerRound: corpus.files.count) {
            for file in corpus.files {
                let dependencies = try CondaDependencies(yaml: String(decoding: file.bytes, as: UTF8.self))
                precondition(Array(dependencies.serializeToString().utf8) == file.bytes)
            }
        }
    }

    static func loadAndSerializeFromPath(_ corpus: Corpus, seconds: Double) throws -> Timing {
        try Timing(forSeconds: seconds, countPerRound: corpus.files.count) {
            for file in corpus.files {
                let dependencies = try CondaDependencies(condaDependenciesFilePath: file.path)
                precondition(dependencies.serializeToString().utf8.count == file.bytes.count)
            }
        }
    }

    /// Loads a specification with the given number of packages, adds one and saves it.
    static func largeFile(packages: Int, at path: String) throws -> Timing {
        let text = "dependencies:\n  - python=3.10\n" + (0..<packages).map { "  - package-\($0)=1.\($0)\n" }.joined()
        let bytes = Array(text.utf8)
        return try Timing(forSeconds: 0, countPerRound: 1) {
            var dependencies = try CondaDependencies(yaml: String(decoding: bytes, as: UTF8.self))
            try dependencies.addCondaPackage("one-more=1.0")
            try dependencies.save(path: path)
        }
    }

    /// Makes the given number of edits in one document, and saves it once.
    ///
    /// Of every eight edits, four add, one replaces, two move and one removes.
    static func edits(_ count: Int, at path: String) throws -> Timing {
        var dependencies = CondaDependencies()
        return try Timing(forSeconds: 0, countPerRound: count) {
            for number in 0..<count {
                let round = number / 8
                switch number % 8 {
                case 0, 1: try dependencies.addCondaPackage("package-\(number)=1.0")
                case 2, 3: try dependencies.addPipPackage("requirement-\(number)==1.0")
                case 4: try dependencies.setPythonVersion("3.\(8 + round % 5)")
                case 5: try dependencies.addPipPackage("requirement-\(round / 2 * 8 + 2)==1.\(number)")
                case 6: try dependencies.addPipPackage("requirement-\(round * 8 + 3)==2.\(number)")
                default: try dependencies.removeCondaPackage("package-\(round * 8 + 1)=1.0")
                }
            }
            try dependencies.save(path: path)
        }
    }
}
