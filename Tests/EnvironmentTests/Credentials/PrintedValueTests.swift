import AzureMLSupport
import CondaDependencies
import Testing

@testable import Environment

/// Values and errors do not show secrets when they are dumped or printed for debugging.
@Suite struct PrintedValueTests {
    /// A value made of a text with a secret, by its type.
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let values: @Sendable (String) throws -> [Any]

        init(_ type: String, _ values: @escaping @Sendable (String) throws -> [Any]) {
            testDescription = type
            self.values = values
        }
    }

    private static let canary = "canary0123456789canary"
    private static let url = "https://user:\(canary)@h.example/simple"
    private static let token = "ghp_\(canary)"

    private static func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    static let samples: [Sample] = [
        Sample("PipRequirement") { [try PipRequirement("-i \($0)"), try PipRequirement("a==1 # \($0)")] },
        Sample("PipRequirement.Option") { try PipRequirement("--index-url=\($0)").options },
        Sample("CondaMatchSpec") { [try CondaMatchSpec("numpy # \($0)")] },
        Sample("CondaMatchSpec.BracketMember") { try CondaMatchSpec("numpy[url='\($0)']").bracketMembers },
        Sample("VersionConstraint") { [try PipRequirement("a===1.0.\($0)").version as Any] },
        Sample("JSONValue") { [JSONValue($0), [JSONValue($0)], JSONValue(JSONObject([($0, JSONValue(1))]))] },
        Sample("JSONObject") { [JSONObject([("A", JSONValue($0))])] },
        Sample("EnvironmentVariables") { text in
            let variables = EnvironmentVariables(["A": text])
            return [variables, variables.values, variables.values["A"] as Any]
        },
        Sample("CondaDependencies.asDict") { [try CondaDependencies(yaml: "channels: [\"\($0)\"]").asDict()] },
        Sample("EnvironmentReference") { [EnvironmentReference(name: $0)] },
        Sample("PackageMatch") { text in
            [PackageMatch(name: "a", version: "1", packageManager: .pip, entry: text, certainty: .certain)]
        },
    ]

    @Test(arguments: samples, [url, token])
    func `a value shows no secret when it is dumped`(sample: Sample, text: String) throws {
        let values = try sample.values(text)
        #expect(!values.isEmpty)
        for value in values {
            for shown in [Self.dumped(value), Self.dumped([value]), String(reflecting: value), "\([value])"] {
                #expect(!shown.contains(Self.canary), "\(shown)")
                #expect(shown.contains("***"), "\(shown)")
            }
        }
    }

    @Test func `texts that are data are not masked`() throws {
        #expect("\(try PipRequirement("-i \(Self.url)"))" == "-i \(Self.url)")
        #expect("\(try CondaMatchSpec("numpy # \(Self.url)"))" == "numpy # \(Self.url)")
        #expect("\(JSONValue(Self.url))" == Self.url)
    }

    @Test func `a JSON value masks members called like secrets`() {
        let value: JSONValue = ["a": [["authToken": "hunter2"]], "b": "hunter3"]
        #expect(!String(reflecting: value).contains("hunter2"))
        #expect(String(reflecting: value).contains("hunter3"))
    }

    private struct ForeignError: Error {
        let text: String
    }

    /// The errors of calls that do not accept a text, and quote it.
    private static func errors(about text: String) -> [any Error] {
        var dependencies = CondaDependencies()
        let calls: [() throws -> Void] = [
            { try dependencies.addPipPackage("a @ \(text)") },
            { try dependencies.addCondaPackage("=\(text)") },
            { try dependencies.addChannel(text) },
            { try dependencies.setPipOption("-i \(text)") },
            { _ = try PipRequirement("-i \(text)") },
            { _ = try Environment(definition: ["name": "x", "docker": ["enabled": JSONValue(text)]]) },
            { _ = try Environment(definition: ["name": "x", "environmentVariables": JSONValue(text)]) },
            { _ = try Environment.loadFromDirectory(path: text) },
        ]
        return calls.compactMap { call in Result { try call() }.failure }
    }

    @Test(arguments: [
        "\(url.dropLast(17))\n@h.example/simple", "https://user:\r\n\(canary)@h/a", "https:/\t/\(canary)@h/a",
    ])
    func `an error shows no password in an address that a line break interrupts`(text: String) {
        let errors = Self.errors(about: text)
        #expect(errors.count > 5)
        for error in errors {
            for shown in ["\(error)", String(reflecting: error), Self.dumped(error)] {
                #expect(!shown.contains(Self.canary), "\(shown)")
            }
        }
    }

    @Test(arguments: [url, token, "https:/\\/user:\(canary)@nexus/a", "https:/'/'user:\(canary)@nexus/a"])
    func `an error shows no secret`(text: String) {
        let error = EnvironmentError(
            .definitionInvalid,
            "'\(text)' is wrong",
            at: SourceLocation(file: text, line: 1, column: 1, excerpt: text),
            hint: "remove '\(text)'",
            underlying: ForeignError(text: text)
        )
        let parts: [Any] = [error, error.report, error.location as Any, error.code, Optional(error) as Any]
        for part in parts {
            for shown in ["\(part)", String(reflecting: part), Self.dumped(part)] {
                #expect(!shown.contains(Self.canary), "\(shown)")
            }
        }
    }

    @Test func `an error about a package hides a password between escapes`() {
        var dependencies = CondaDependencies()
        let error = #expect(throws: CondaDependenciesError.self) {
            try dependencies.addCondaPackage("=https:/\\/user:\(Self.canary)@nexus/a")
        }
        #expect(error.map { !"\($0) \(Self.dumped($0))".contains(Self.canary) } == true)
    }

    @Test(arguments: [#"{"password": "PW" oops}"#, #"{"a": 1, "auth_token": "PW", }"#])
    func `an error in JSON does not quote a line with a member called like a secret`(line: String) {
        let error = #expect(throws: JSONError.self) {
            try JSONValue(parsing: Array(line.replacing("PW", with: Self.canary).utf8))
        }
        #expect(error?.location?.column != nil && error?.location?.excerpt == nil)
        #expect(error.map { !"\($0) \(Self.dumped($0))".contains(Self.canary) } == true)
    }

    @Test func `an error in YAML does not quote a line with a variable called like a secret`() {
        let error = #expect(throws: CondaDependenciesError.self) {
            try CondaDependencies(yaml: "variables:\n  DB_PASSWORD: \(Self.canary): a\n")
        }
        #expect(error?.location?.line == 2 && error?.location?.excerpt == nil)
        #expect(error.map { !"\($0) \(Self.dumped($0))".contains(Self.canary) } == true)
    }

    @Test func `an error quotes any other line`() {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: Array(#"{"name": "tokens" x}"#.utf8)) }
        #expect(error?.location?.excerpt == #"{"name": "tokens" x}"#)
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
