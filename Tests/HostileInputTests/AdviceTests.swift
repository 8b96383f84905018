import HostileInput
import Testing

/// The advice in errors for an entry proposes only what this SDK accepts.
@Suite struct AdviceTests {
    private static let entries = [
        "numpy=1.26", "numpy==1.26.4 ; python_version < '3'", "conda-forge::numpy>=1,<2",
        "-f https://example.org numpy",
        "--index-url https://example.org/simple", "-r requirements.txt", "--pre -e .", "--no-cache-dir", "-e",
        "- numpy",
        "numpy: 1.2", "x @ https://example.org/x.whl", "git+https://example.org/x.git#egg=x", "python=3.9", "3.10",
        "--find-links \"a b\"", "numpy==${VERSION}", "$NAME", "./x.conda", "pip:", "'numpy'", "{{ numpy }}", "*", "=",
    ]

    @Test(arguments: entries)
    func `advice about an entry that users type can be followed`(_ entry: String) {
        #expect(HostileInput.adviceViolations(ofEntry: entry) == [])
    }

    @Test func `advice about damaged entries can be followed`() {
        var mutator = TextMutator(seed: 7, seeds: Self.entries.map { Array($0.utf8) })
        for _ in 0..<5000 {
            let entry = String(decoding: mutator.next(), as: UTF8.self)
            #expect(HostileInput.adviceViolations(ofEntry: entry) == [], "\(entry.debugDescription)")
        }
    }
}
