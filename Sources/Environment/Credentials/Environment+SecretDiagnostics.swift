internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// The findings about plain secrets, which registering drops, and about variables that look like secrets.
    var secretDiagnostics: [Diagnostic] {
        plainSecretDiagnostics + variableDiagnostics
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
        let isKnownForm = CredentialForm.isToken(value)
        guard isKnownForm || CredentialForm.looksLikeSecretName(name) else { return nil }
        return EnvironmentDiagnostics.secretInVariables(name, isKnownForm: isKnownForm, at: "\(place).\(name)")
    }
}
