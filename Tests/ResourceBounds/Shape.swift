/// A form of text that can take more than linear time or much memory for its size, as a function of the size.
struct Shape: Sendable {
    let name: String
    let format: Format
    /// Returns a text of about this number of bytes.
    let text: @Sendable (_ size: Int) -> String

    init(
        _ name: String,
        of format: Format,
        text: @escaping @Sendable (_ size: Int) -> String
    ) {
        self.name = name
        self.format = format
        self.text = text
    }

    static let all: [Shape] = json + specifications + requirements + dockerfiles + secrets

    private static let json: [Shape] = [
        Shape("values in 240 lists", of: .json) { size in
            repeating("[", 240) + repeating("0,", (size - 482) / 2) + "0" + repeating("]", 240)
        },
        Shape("values in one list", of: .json) { "[" + repeating("0,", $0 / 2) + "0]" },
        Shape("an unknown member in a definition", of: .definition) { size in
            "{\"name\": \"x\", \"a\": " + repeating("[", 200) + repeating("0,", size / 2) + "0" + repeating("]", 200)
                + "}"
        },
        Shape("an unknown list in a definition", of: .definition) { size in
            "{\"name\": \"x\", \"a\": [" + repeating("0,", size / 2) + "0]}"
        },
        Shape("combining marks of a member", of: .definition) { size in
            "{\"name\": \"x\", \"k" + repeating("\\u0301\\u0316", size / 12) + "\": 1}"
        },
        Shape("a long name above long values", of: .definition) { size in
            "{\"name\": \"x\", \"\(repeating("k", size / 2))\": [" + repeating("\"v\",", size / 8) + "\"v\"]}"
        },
    ]

    private static let specifications: [Shape] = [
        Shape("hexadecimal digits", of: .registeredSpecification) { size in
            "variables:\n" + (0..<size / 4300).map { "  a\($0): 0x\(repeating("f", 4290))\n" }.joined()
                + "dependencies: [a]\n"
        },
        Shape("values in 100 lists", of: .registeredSpecification) { size in
            "variables:\n  a: " + repeating("[", 100) + repeating("x,", size / 2) + "x" + repeating("]", 100)
                + "\ndependencies: [a]\n"
        },
        Shape("an explicit key", of: .registeredSpecification) { size in
            "variables:\n  ? \(repeating("k", size / 2))\n  : \(repeating("v", size / 2))\ndependencies: [a]\n"
        },
        Shape("alternatives of a version", of: .searchedSpecification) { size in
            "dependencies:\n- numpy \(repeating("1|", size / 2))1\n"
        },
        Shape("combining marks of an entry", of: .specification) { size in
            "dependencies:\n- numpy" + repeating("\u{301}\u{316}", size / 4) + "\n"
        },
        Shape("lists of one entry each", of: .specification) { size in
            "dependencies:\n" + repeating("- pip: numpy\n", size / 13)
        },
        Shape("findings below a suppression comment", of: .specification) { size in
            "#azureml: ignore conda-xx\ndependencies:\n" + repeating("- =a\n", size / 5)
        },
        Shape("packages", of: .searchedSpecification) { size in
            "dependencies:\n" + (0..<size / 12).map { "- a\($0)=1.2\n" }.joined()
        },
    ]

    private static let requirements: [Shape] = [
        Shape("one requirement many times with its constraints", of: .requirementsFile) { repeating("a<2\n", $0 / 4) },
        Shape("requirements with their constraints", of: .requirementsFile) { size in
            (0..<size / 12).map { "a\($0)<2,>=1\n" }.joined()
        },
        Shape("alternatives of a requirement", of: .requirementsFile) { "a>=1" + repeating(",<2", $0 / 3) + "\n" },
        Shape("combining marks of a requirement", of: .requirementsFile) { size in
            "a" + repeating("\u{301}\u{316}", size / 4) + "\n"
        },
        Shape("a requirement on many lines", of: .requirementsFile) { "a\\\n" + repeating(" \\\n", $0 / 3) + "==1\n" },
    ]

    private static let dockerfiles: [Shape] = [
        Shape("instructions", of: .dockerfile) { size in
            "FROM a\n"
                + repeating("ENV a=b c=\"d e\" \\\n  f=g\nRUN pip install numpy==1.2 && echo \"a b\"\n", size / 71)
        },
        Shape("short lines", of: .dockerfile) { "FROM a\n" + repeating("@\n", $0 / 2) },
        Shape("short continued lines", of: .dockerfile) { "FROM a\nENV " + repeating("\\\n", $0 / 2) + "a=b\n" },
        Shape("combining marks of an instruction", of: .dockerfile) { size in
            "FROM a\na" + repeating("\u{301}\u{316}", size / 4) + " b=c" + repeating("\u{301}\u{316}", size / 4) + "\n"
        },
        Shape("quoted words", of: .dockerfile) { "FROM a\nRUN " + repeating("=1\"]\t", $0 / 5) + "\n" },
        Shape("addresses", of: .dockerfile) { "FROM a\nRUN " + repeating("https://u:${P}@h/x ", $0 / 19) + "\n" },
        Shape("continued lines", of: .dockerfile) { "FROM a\nENV " + repeating("a=b \\\n", $0 / 6) + "c=d\n" },
        Shape("rules and files of .dockerignore", of: .contextFolder) { size in
            (0..<size / 16).map { "**/a\($0)*b?c\n" }.joined()
        },
        Shape("rules of .dockerignore with an open end", of: .contextFolder) { size in
            (0..<size / 16).map { "**/a\($0)*b?*\n" }.joined()
        },
        Shape("one rule of .dockerignore", of: .contextFolder) { repeating("*a", min($0, 4000) / 2) + "\n" },
    ]

    static func repeating(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: max(0, count))
    }
}
