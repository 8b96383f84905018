internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// What registering says about secrets: plain ones that it drops, and variables that look like one.
    var secretDiagnostics: [Diagnostic] {
        plainSecretDiagnostics + variableDiagnostics
    }

    private var plainSecretDiagnostics: [Diagnostic] {
        secrets.sorted { $0.key < $1.key }.compactMap { path, secret in
            guard case .value = secret.source else { return nil }
            let isToken = path.hasSuffix("authToken")
            return Diagnostic(
                code: isToken ? "github-token-inline" : "registry-credentials-inline",
                severity: .error,
                message: isToken ? Self.tokenInline : Self.passwordInline,
                location: SourceLocation(file: path),
                hint: "the workspace keeps no plain secret; give a reference: .environmentVariable(\"NAME\")"
            )
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
        guard isKnownForm || CredentialForm.isNameOfSecret(name) else { return nil }
        return Diagnostic(
            code: "secret-in-variables",
            severity: isKnownForm ? .error : .warning,
            message: LocalizedText(
                english: "The variable '\(name)' seems to hold a secret in clear text.",
                japanese: "変数「\(name)」に秘密情報が平文で設定されている可能性があります。"
            ),
            location: SourceLocation(file: "\(place).\(name)"),
            hint: "remove the variable and set it where the environment runs"
        )
    }

    private static let passwordInline = LocalizedText(
        english: "The registry password stands in the definition in clear text; "
            + "refer to a connection or an environment variable instead.",
        japanese: "レジストリのパスワードが定義に平文で書かれているため、ワークスペース接続または環境変数への参照に置き換えてください。"
    )

    private static let tokenInline = LocalizedText(
        english: "A GitHub token stands in the definition in clear text.",
        japanese: "GitHub のトークンが定義に平文で書かれています。"
    )
}
