import AzureMLSupport
import CondaDependencies
import Testing

@testable import Environment

/// Places secrets of each form in each field. No secret that a builder, pip, conda or azureml-core would use as a
/// credential is registered in silence.
@Suite struct SecretPlacementTests {
    private static let placementCount =
        SecretField.all.count * (SecretForm.addresses.count + SecretForm.tokens.count)

    private static func shownTexts(_ environment: Environment) -> [String] {
        var dumped = ""
        dump(environment, to: &dumped)
        var error = ""
        do { try environment.refuseCredentials() } catch let refusal {
            error = "\(refusal) \(String(reflecting: refusal))"
        }
        return [
            String(reflecting: environment), dumped, error, "\(environment.python.condaDependencies)",
            "\(environment.docker)", "\(environment.environmentVariables)", "\(environment.secretDiagnostics)",
        ]
    }

    @Test func `at least a thousand secrets are placed`() {
        #expect(Self.placementCount >= 1000)
    }

    private static func shows(_ form: SecretForm, _ environment: Environment) -> Bool {
        shownTexts(environment).contains { $0.contains(form.secret) }
    }

    @Test(arguments: SecretField.all)
    func `an address with a password or token is refused and never shown`(field: SecretField) throws {
        // Quotes and angle brackets end an address in a comment, which no builder reads.
        let forms = SecretForm.addresses.filter { field.kind != .comment || !$0.text.contains(where: "\"<>".contains) }
        let accepted = try forms.filter { form in try !field.environment(form.text).isRefused }
        #expect(accepted.map(\.text) == [])
        let shown = try forms.filter { form in try Self.shows(form, field.environment(form.text)) }
        #expect(shown.map(\.text) == [])
    }

    private static let pipOptions = SecretField.condaFiles.filter { $0.description.contains("pip option") }

    @Test(arguments: pipOptions)
    func `quotes and escapes in a pip option hide no password`(field: SecretField) throws {
        let accepted = try SecretForm.quotedAddresses.filter { try !field.environment($0.text).isRefused }
        #expect(accepted.map(\.text) == [])
        let shown = try SecretForm.quotedAddresses.filter { try Self.shows($0, field.environment($0.text)) }
        #expect(shown.map(\.text) == [])
    }

    @Test(arguments: pipOptions)
    func `quotes in a pip option hide no token`(field: SecretField) throws {
        let environment = try field.environment(SecretForm.quotedToken.text)
        #expect(environment.secretDiagnostics.map(\.code) == ["secret-in-definition"])
        #expect(!Self.shows(SecretForm.quotedToken, environment))
    }

    @Test(
        arguments: [
            ["--index-url https://user:\\", "PW@h.example/simple"], ["-i https:/\\", "/PW@h.example/simple"],
            ["numpy", "-i https://us\\", "er:\\", "PW@h.example/simple", "pandas"],
        ]
    )
    func `an entry of a pip list that continues in the next hides no password`(entries: [String]) throws {
        var environment = Environment(name: "x")
        let secret = "canary0123456789canary"
        let lines = entries.map { "  - \($0.replacing("PW", with: secret))\n" }.joined()
        environment.python.condaDependencies = try CondaDependencies(yaml: "dependencies:\n- python\n- pip:\n\(lines)")
        #expect(environment.isRefused)
        #expect(!Self.shownTexts(environment).contains { $0.contains(secret) })
    }

    // pip takes a tab or a line break outside quotes for the end of a word, and YAML a line break in single quotes for a
    // blank.
    private static let stringFields = (SecretField.definitions + SecretField.condaFiles).filter {
        !$0.description.contains("pip") && !$0.description.contains("single quotes")
    }

    @Test(arguments: stringFields)
    func `tabs and line breaks in an address hide no password`(field: SecretField) throws {
        let fields = try SecretForm.interruptedAddresses.map { (form: $0, environment: try field.environment($0.text)) }
        #expect(fields.filter { !$0.environment.isRefused }.map(\.form.text) == [])
        #expect(fields.filter { Self.shows($0.form, $0.environment) }.map(\.form.text) == [])
    }

    @Test(arguments: [
        SecretField.condaFiles.first { $0.description == "channel" },
        SecretField.condaFiles.first { $0.description == "conda package" },
    ])
    func `an empty folder before a short token of conda does not hide it`(field: SecretField?) throws {
        let field = try #require(field)
        #expect(try field.environment("https://h.example//t/hunter2/x").isRefused)
        #expect(try field.environment("https://h.example/a//t/hunter2/x").isRefused)
    }

    @Test func `a short token in a variable that conda reads is refused`() throws {
        for (name, address, isRefused): (String, JSONValue, Bool) in [
            ("CONDA_CHANNEL_ALIAS", "https://h.example/t/hunter2/x", true), ("CONDA_CHANNELS", "t/hunter2/x", true),
            ("A", "https://h.example/t/hunter2/x", false), ("CONDA_PREFIX", "t/local/x", false),
        ] {
            let variables = JSONValue(JSONObject([(name, address)]))
            for definition: JSONValue in [
                ["environmentVariables": variables],
                ["python": ["condaDependencies": ["dependencies": ["python"], "variables": variables]]],
            ] {
                #expect(try Environment(definition: definition).isRefused == isRefused, "\(definition)")
            }
        }
    }

    @Test(arguments: SecretField.all)
    func `a token of a known form is reported, and never shown`(field: SecretField) throws {
        let code: Diagnostic.Code =
            switch field.kind {
            case .value: "secret-in-definition"
            case .variable: "secret-in-variables"
            case .dockerfile, .comment: "secret-in-dockerfile"
            }
        let silent = try SecretForm.tokens.filter { form in
            let errors = try field.environment(form.text).secretDiagnostics.filter { $0.severity == .error }
            return errors.map(\.code) != [code]
        }
        #expect(silent.map(\.text) == [])
        let shown = try SecretForm.tokens.filter { form in try Self.shows(form, field.environment(form.text)) }
        #expect(shown.map(\.text) == [])
    }

    // A reference across lines is not recognized.
    @Test(arguments: SecretField.all.filter { !$0.description.contains("across lines") })
    func `references and placeholders are neither refused nor reported`(field: SecretField) throws {
        let found = try SecretForm.references.filter { form in try !Self.isSilent(field.environment(form.text)) }
        #expect(found.map(\.text) == [])
    }

    /// Keeps the list of what is not promised true.
    @Test(arguments: SecretField.all)
    func `other forms are registered in silence`(field: SecretField) throws {
        // In the name of an image, everything before the last @ counts as user name and password.
        let isImage = ["base image", "registry"].contains(field.description)
        let forms = SecretForm.silentAddresses.filter { !isImage || !$0.text.contains("@") }
        let found = try forms.filter { form in try !Self.isSilent(field.environment(form.text)) }
        #expect(found.map(\.text) == [])
    }

    private static func isSilent(_ environment: Environment) -> Bool {
        !environment.isRefused && environment.secretDiagnostics.isEmpty
    }

    @Test(
        arguments: [
            "PASSWORD", "db_passwd", "SECRET_1", "MY_TOKEN", "apikey", "AWS_SECRET_ACCESS_KEY", "CONNECTION_STRING",
        ]
    )
    func `a variable that is called like a secret is reported`(name: String) throws {
        var environment = Environment(name: "x")
        for value in ["hunter2", "$hunter2"] {
            environment.environmentVariables = [name: value]
            #expect(environment.secretDiagnostics.map(\.code) == ["secret-in-variables"])
        }
        environment.environmentVariables = [:]
        for line in [
            "ENV A=1 \(name)=hunter2", "ENV \(name) hunter2", "ARG \(name)=\"hunter2\"", "ONBUILD ENV \(name)='x y'",
            "ENV \(name)=<hunter2>", "ARG \(name)=${A}hunter2", "ENV \(name)=${A:-a}hunter2${B}",
            "ENV \(name)=${OTHER:-hunter2}", "ARG \(name)=${OTHER-${A:-hunter2}}", "ENV \(name)=${OTHER:+hunter2}",
            "ARG \(name)=${OTHER:-${A}hunter2}",
            "ENV \(name)='$hunter2'", "ENV \(name)=\\$hunter2", "ARG \(name)=\"\\$hunter2\"",
        ] {
            environment.docker.baseDockerfile = "FROM a\n\(line)\n"
            #expect(environment.secretDiagnostics.map(\.code) == ["secret-in-dockerfile"], "\(line)")
            #expect(environment.secretDiagnostics.map(\.severity) == [.warning], "\(line)")
        }
        for line in [
            "ENV \(name)=$OTHER", "ENV \(name)=", "ARG \(name)", "ARG \(name)=<your-token>", "RUN export \(name)=x",
            "ENV \(name)=${OTHER:-}", "ARG \(name)=${OTHER:-${A:-$B}}", "ENV \(name)=${OTHER:+$A}",
            "ENV \(name)=${OTHER%.*}",
            "ENV \(name)=\"$other\"", "ENV \(name)='$OTHER'", "ENV \(name)='${other}'",
        ] {
            environment.docker.baseDockerfile = "FROM a\n\(line)\n"
            #expect(environment.secretDiagnostics.isEmpty, "\(line)")
        }
    }
}
