import AzureMLSupport
import CondaDependencies
import DockerSyntax

@testable import Environment

/// A place in an environment where a text with a secret can be.
struct SecretField: Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        /// A string that is one text, or a word of it.
        case value
        /// A variable with a name.
        case variable
        /// A line of a Dockerfile.
        case dockerfile
        /// A comment of a Dockerfile, which no builder runs.
        case comment
    }

    let description: String
    let kind: Kind
    let environment: @Sendable (String) throws -> Environment

    private static func definition(
        _ description: String,
        _ kind: Kind = .value,
        _ json: @escaping @Sendable (JSONValue) -> JSONValue
    ) -> SecretField {
        SecretField(description: description, kind: kind) { try Environment(definition: json(JSONValue($0))) }
    }

    private static func conda(
        _ description: String,
        _ kind: Kind = .value,
        _ yaml: @escaping @Sendable (String) -> String
    ) -> SecretField {
        SecretField(description: description, kind: kind) { text in
            var environment = Environment(name: "x")
            environment.python.condaDependencies = try CondaDependencies(yaml: yaml(text))
            return environment
        }
    }

    private static func dockerfile(
        _ description: String,
        _ kind: Kind = .dockerfile,
        _ lines: @escaping @Sendable (String) -> String
    ) -> SecretField {
        SecretField(description: description, kind: kind) { text in
            var environment = Environment(name: "x")
            environment.docker.baseDockerfile = "FROM a\n\(lines(text))\nRUN id\n"
            return environment
        }
    }

    /// The text as a JSON string, which is also a double-quoted scalar of YAML.
    private static func quoted(_ text: String) -> String { JSONValue(text).pythonText() }

    /// The text as a JSON string with escapes for the characters that show an address.
    private static func escaped(_ text: String) -> String {
        quoted(text).replacing("/", with: "\\u002f").replacing("@", with: "\\u0040").replacing("_", with: "\\u005f")
    }

    /// The text in single quotes, as YAML writes it.
    private static func singleQuoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}

extension SecretField {
    static let all = definitions + condaFiles + dockerfiles

    static let definitions = [
        definition("build context") { ["docker": ["buildContext": ["location": $0]]] },
        definition("run arguments") { ["docker": ["arguments": ["--env", $0]]] },
        definition("base image") { ["docker": ["baseImage": $0]] },
        definition("registry") { ["docker": ["baseImageRegistry": ["address": $0]]] },
        definition("Spark repository") { ["spark": ["repositories": ["https://h", $0]]] },
        definition("Spark package") { ["spark": ["packages": [["group": $0]]]] },
        definition("CRAN repository") { ["r": ["cranPackages": [["name": "a", "repository": $0]]]] },
        definition("R package") { ["r": ["customUrlPackages": [$0]]] },
        definition("Maven repository") { ["databricks": ["mavenLibraries": [["coordinates": "a:b:1", "repo": $0]]]] },
        definition("PyPI repository") { ["databricks": ["pypiLibraries": [["package": "a", "repo": $0]]]] },
        definition("RCran repository") { ["databricks": ["rcranLibraries": [["package": "a", "repo": $0]]]] },
        definition("JAR") { ["databricks": ["jarLibraries": [["library": $0]]]] },
        definition("egg") { ["databricks": ["eggLibraries": [["library": $0]]]] },
        definition("unknown member") { ["later": [["deep": $0]]] },
        definition("variable", .variable) { ["environmentVariables": ["A": $0]] },
        definition("variable with a list", .variable) { ["environmentVariables": ["A": ["b", $0]]] },
    ]

    static let condaFiles = [
        conda("channel") { "channels: [\(quoted($0))]\ndependencies: [python]\n" },
        conda("channel in single quotes") { "channels:\n- \(singleQuoted($0))\ndependencies: [python]\n" },
        conda("channel with escapes") { "channels: [\(escaped($0))]\ndependencies: [python]\n" },
        conda("conda package") { "dependencies: [python, \(quoted("\($0)::numpy"))]\n" },
        conda("pip package") { "dependencies: [python, {pip: [\(quoted("a @ \($0)"))]}]\n" },
        conda("pip option") { "dependencies:\n- python\n- pip:\n  - \(singleQuoted("--index-url \($0)"))\n" },
        conda("pip option with =") { "dependencies:\n- python\n- pip:\n  - \(quoted("--extra-index-url=\($0)"))\n" },
        conda("short pip option") { "dependencies:\n- python\n- pip:\n  - \(quoted("-f \($0) --pre"))\n" },
        conda("pip option with escapes") { "dependencies: [python, {pip: [\(escaped("-i \($0)"))]}]\n" },
        conda("variable of a conda file", .variable) { "dependencies: [python]\nvariables: {A: \(quoted($0))}\n" },
    ]

    static let dockerfiles = [
        dockerfile("RUN") { "RUN curl \($0)" },
        dockerfile("RUN in single quotes") { "RUN curl '\($0)'" },
        dockerfile("RUN across lines") { "RUN curl \\\n \($0.prefix(12))\\\n\n# why\n\($0.dropFirst(12))" },
        dockerfile("RUN across lines, with ` as the escape") { "RUN id\n# escape=`\nRUN curl \\\n \($0)" },
        dockerfile("here-document") { "RUN <<EOF\ncurl \($0)\nEOF" },
        dockerfile("ENV") { "ENV A=\($0)" },
        dockerfile("ENV without =") { "ENV A \($0)" },
        dockerfile("ENV across lines") { "ENV A=\($0.prefix(12))\\\n  \n\n\($0.dropFirst(12))" },
        dockerfile("ARG") { "ARG A=\($0)" },
        dockerfile("LABEL") { "LABEL a=1 b=\($0)" },
        dockerfile("ADD") { "ADD \($0) /a" },
        dockerfile("list") { "CMD [\"curl\", \(quoted($0))]" },
        dockerfile("list with escapes") { "HEALTHCHECK CMD [\"curl\", \(escaped($0))]" },
        dockerfile("trigger") { "ONBUILD RUN curl \($0)" },
        dockerfile("comment", .comment) { "# \($0)" },
    ]
}
