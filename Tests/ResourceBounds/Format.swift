import AzureMLCore
import AzureMLSupport
import CondaDependencies

/// A kind of text from strangers, and everything that is done with it.
struct Format: Sendable {
    let name: String
    let tokens: [String]
    let frames: [(start: String, end: String)]
    /// How often the text is read.
    var readCount = 1
    /// The processor time that a text may take however short it is.
    var base = Duration.milliseconds(20)
    /// Reads the text and uses it as a registration and a description do; refusing it is as good.
    let use: @Sendable (String) async throws -> Void

    static let all: [Format] = [json, specification, requirement, matchSpec, requirementsFile, dockerfile, definition]

    static let json = Format(
        name: "JSON",
        tokens: [
            "[", "]", "{", "}", ",", ":", "\"a\"", "\"\\u00e9\"", "0", "1e9", "-", "null", " ", "\n", "\"", "\\",
            "[0],",
        ],
        frames: [("", ""), ("[", "]"), ("{\"a\": ", "}"), ("[\"", "\"]"), ("[[[[[[[[", "]]]]]]]]")]
    ) { text in
        _ = try JSONValue(parsing: Array(text.utf8)).pythonText(indent: 4)
    }

    static let specification = Format(
        name: "conda specification",
        tokens: [
            "- a\n", "- pip:\n", "  - b\n", "a: ", "&a ", "*a", "!!str ", "? ", ": ", "# c\n", "#azureml: ignore x ",
            "[", "]",
            "{", "}", ",", "'", "\"", "\\x41", "0xff", "1_0", "\n", " ", "\t", "|\n", ">-\n", "%TAG !a! b\n", "---\n",
            "$A", "${b}",
            "https://u:p@h/", "--pre ", "-r x ", "1|", ">=1,", "::", "é", "\u{FEFF}", "\r",
        ],
        frames: [
            ("", ""), ("dependencies:\n- python=3.8\n- ", "\n"), ("dependencies:\n- pip:\n  - ", "\n"),
            ("variables:\n  a: ", "\n"),
            ("dependencies: [", "]"), ("channels:\n- ", "\n"), ("variables:\n  ? ", "\n  : x\n"),
        ],
        // It is read, and then edited eight times.
        readCount: 2
    ) { text in
        var specification = try CondaDependencies(yaml: text)
        _ = specification.diagnostics
        _ = try? specification.environmentName
        for package in 0..<6 { try specification.addPipPackage("numpy\(package)") }
        var edited = specification
        try? edited.removePipPackage("numpy")
        try? edited.setPipRequirements(["a", "b"])
        _ = try specification.mutated()
    }

    private static let lineTokens = [
        "a", "-", "_", ".", "==", ">=", "<", "!=", "~=", "===", "1", "1.2", "*", ",", "|", "(", ")", "[", "]", ";",
        " and ", " or ",
        "python_version", "'3'", "@", "https://", "file:///", "#egg=", "&", "$", "${A}", " ", "--hash=", "-e ", "\\",
        "'", "\"", "rc1",
        "+", "!", "::", "=", "post", ":",
    ]

    private static let requirement = Format(
        name: "pip requirement",
        tokens: lineTokens,
        frames: [
            ("", ""), ("a", ""), ("a==", ""), ("a ; ", ""), ("a @ https://h/", ""), ("a[", "]"), ("--find-links ", ""),
        ]
    ) { text in
        _ = try PipRequirement(text)
    }

    private static let matchSpec = Format(
        name: "conda match spec",
        tokens: lineTokens,
        frames: [("", ""), ("a ", ""), ("a=", ""), ("a[version='", "']"), ("c::a ", ""), ("a >=1,", "")]
    ) { text in
        _ = try CondaMatchSpec(text)
    }

    static let requirementsFile = Format(
        name: "requirements file with constraints",
        tokens: [
            "a\n", "a<2\n", "b>=1,<3\n", "a;python_version<'3'\n", "-r x\n", "# c\n", "\\\n", "--pre\n", " ", "\t", "a",
            "==1\n", "\n",
        ],
        frames: [("", ""), ("a\nb\n", ""), ("--pre\n", "")],
        readCount: 2
    ) { text in
        // The text is both the requirements and the constraints on them.
        try InputFolder.requirements.write(text, to: "constraints.txt")
        try InputFolder.requirements.write("-c constraints.txt\n\(text)", to: "requirements.txt")
        let file = "\(InputFolder.requirements.path)/requirements.txt"
        _ = try Environment.fromPipRequirements(name: "x", filePath: file)
    }

    static let dockerfile = Format(
        name: "Dockerfile",
        tokens: [
            "RUN ", "ENV ", "ARG ", "COPY ", "FROM a\n", "a=b ", "\\\n", "`\n", "<<EOF\n", "EOF\n", "# escape=`\n",
            "# c\n", "\"", "'",
            "[\"", "\"]", ",", "https://u:p@h/x ", "//", "@", ":", "${A}", "\n", " ", "\t", "=", "azureml: ignore x",
            "\r\n",
        ],
        frames: [("FROM a\n", "\n"), ("FROM a\nRUN ", "\n"), ("FROM a\nENV ", "\n"), ("", "")]
    ) { text in
        var environment = Environment(name: "x")
        environment.docker.baseImage = nil
        environment.docker.baseDockerfile = text
        let workspace = try Workspace.inMemory(name: "w")
        environment = try await environment.register(workspace: workspace)
        _ = try await environment.getImageDetails(workspace: workspace)
    }

    static let definition = Format(
        name: "definition",
        tokens: [
            "\"a\":", "{", "}", "[", "]", ",", "\"https://u:p@h\"", "\"x\"", "1", "null", "\"docker\":", "\"python\":",
            "\\\\", " ",
        ],
        frames: [
            ("{\"name\": \"x\", \"a\": ", "}"), ("{\"name\": \"x\", \"docker\": {\"baseImage\": \"", "\"}}"),
            ("{\"name\": \"x\", \"environmentVariables\": {\"A\": \"", "\"}}"), ("{\"name\": \"x\", \"", "\": 1}"),
        ]
    ) { text in
        let environment = try Environment(dict: JSONValue(parsing: Array(text.utf8)))
        _ = try await environment.register(workspace: Workspace.inMemory(name: "w"))
    }
}
