internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// A definition from a stranger may have a million secrets, and users read only the first findings.
    static let maximumSecretFindings = 100

    /// The findings about plain secrets, which registering drops, and about texts that look like secrets.
    var secretDiagnostics: [Diagnostic] {
        plainSecretDiagnostics + variableDiagnostics + dockerfileSecretDiagnostics
            + otherSecretDiagnostics.prefix(Self.maximumSecretFindings)
    }

    private var plainSecretDiagnostics: [Diagnostic] {
        secrets.sorted { $0.key < $1.key }.compactMap { path, secret in
            guard case .value = secret.source else { return nil }
            return path.hasSuffix("authToken")
                ? EnvironmentDiagnostics.tokenInline(at: path) : EnvironmentDiagnostics.passwordInline(at: path)
        }
    }

    private var variableDiagnostics: [Diagnostic] {
        let condaVariables = python.condaDependencies.asDict()["variables"].object ?? JSONObject()
        return environmentVariables.compactMap { name, value in
            Self.diagnostic(ofVariable: name, value, in: "environmentVariables")
        }
            + condaVariables.compactMap { member in
                member.value.string.flatMap {
                    Self.diagnostic(ofVariable: member.name, $0, in: "python.condaDependencies.variables")
                }
            }
    }

    private static func diagnostic(ofVariable name: String, _ value: String, in place: String) -> Diagnostic? {
        guard CredentialForm.isLiteral(value) else { return nil }
        let isKnownForm = CredentialForm.isToken(value) || CredentialForm.isToken(name)
        guard isKnownForm || CredentialForm.looksLikeSecretName(name) else { return nil }
        return EnvironmentDiagnostics.secretInVariables(name, isKnownForm: isKnownForm, at: "\(place).\(name)")
    }

    /// The findings about tokens outside the variables and the Dockerfile.
    private var otherSecretDiagnostics: [Diagnostic] {
        var conda = python.condaDependencies.asDict().object ?? JSONObject()
        conda["variables"] = nil
        var environment = withoutCondaDependencies
        environment.environmentVariables = [:]
        environment.docker.storedBaseDockerfile = nil
        return Self.diagnostics(ofTokensIn: JSONValue(conda), at: "python.condaDependencies")
            + Self.diagnostics(ofTokensIn: environment.json(secrets: .withheld) ?? .null, at: "")
    }

    private static func diagnostics(ofTokensIn value: JSONValue, at path: String) -> [Diagnostic] {
        var places: [JSONPlace] = []
        value.forEachText(at: .root(path)) { text in
            if places.count < maximumSecretFindings, CredentialForm.isToken(text.text) { places.append(text.place) }
        }
        return places.map { EnvironmentDiagnostics.secretInDefinition(at: $0.path) }
    }
}
