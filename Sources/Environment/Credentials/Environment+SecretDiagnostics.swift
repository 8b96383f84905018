internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// A definition from a stranger may have a million secrets, and users read only the first findings.
    static let maximumSecretFindings = 100

    /// The places of the findings can each be as long as the definition, and are shown in several texts.
    private static let maximumPlaceBytes = 64 << 10

    /// The findings about plain secrets, which registering drops, and about texts that look like secrets.
    var secretDiagnostics: [Diagnostic] { secretDiagnostics(in: SearchedValues(of: self)) }

    /// The findings, for a caller that has made the values to search.
    func secretDiagnostics(in values: SearchedValues) -> [Diagnostic] {
        plainSecretDiagnostics + variableDiagnostics(values) + dockerfileSecretDiagnostics
            + otherSecretDiagnostics(values)
    }

    private var plainSecretDiagnostics: [Diagnostic] {
        let plain = secrets.sorted { $0.key < $1.key }.lazy.filter(\.value.isPlain)
        return plain.prefix(Self.maximumSecretFindings).map { path, _ in
            path.hasSuffix("authToken")
                ? EnvironmentDiagnostics.tokenInline(at: path) : EnvironmentDiagnostics.passwordInline(at: path)
        }
    }

    private func variableDiagnostics(_ values: SearchedValues) -> [Diagnostic] {
        let condaVariables = values.conda["variables"].object ?? JSONObject()
        return Self.diagnostics(ofVariables: environmentVariables.values, in: "environmentVariables")
            + Self.diagnostics(ofVariables: condaVariables, in: "python.condaDependencies.variables")
    }

    private static func diagnostics(ofVariables variables: JSONObject, in place: String) -> [Diagnostic] {
        let found = variables.lazy.compactMap { name, value in
            diagnostic(ofVariable: name, value.isNull ? "" : value.description, in: place)
        }
        return Array(found.prefix(maximumSecretFindings))
    }

    private static func diagnostic(ofVariable name: String, _ value: String, in place: String) -> Diagnostic? {
        // A token can be in the name, or beside a reference or in a placeholder in the value.
        let isKnownForm = CredentialForm.isToken(value) || CredentialForm.isToken(name)
        guard isKnownForm || SecretName.isSecret(variable: name, value: value) else { return nil }
        return EnvironmentDiagnostics.secretInVariables(name, isKnownForm: isKnownForm, at: "\(place).\(name)")
    }

    /// The findings about tokens, and about members called like secrets, outside the variables and the Dockerfile.
    private func otherSecretDiagnostics(_ values: SearchedValues) -> [Diagnostic] {
        // pip's words too, because quotes and escapes can hide a token in a line.
        let content = CondaDependencies.content(of: values.conda) { line in
            guard line.utf8.contains(where: POSIXWords.isQuote) else { return line }
            let words = POSIXWords.split(line.utf8)
            return words.first { TokenForm.isToken($0) }.map { String(decoding: $0, as: UTF8.self) } ?? line
        }
        var conda = content.object ?? JSONObject()
        if conda["variables"]?.object != nil { conda["variables"] = nil }
        let tokens =
            Self.places(ofTokensIn: JSONValue(conda), at: "python.condaDependencies")
            + Self.places(ofTokensIn: values.others, at: "")
        return Self.diagnostics(ofSecretsAt: tokens, isKnownForm: true) + condaCommentDiagnostics
            + Self.diagnostics(ofSecretsAt: Self.places(ofNamedSecretsIn: values.others), isKnownForm: false)
    }

    /// The findings about tokens in the conda file that are not in its values, such as in comments and anchors.
    private var condaCommentDiagnostics: [Diagnostic] {
        python.condaDependencies.tokensOutsideValues(limit: Self.maximumSecretFindings).map { location in
            // Without an excerpt of the line, because that would show the rest of a longer secret.
            let place = SourceLocation(
                file: EnvironmentFiles.condaDependenciesName,
                line: location.line,
                column: location.column
            )
            return EnvironmentDiagnostics.secretInCondaFile(at: place)
        }
    }

    private static func diagnostics(ofSecretsAt places: [JSONPlace], isKnownForm: Bool) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var shownBytes = 0
        for place in places.prefix(maximumSecretFindings) where shownBytes < maximumPlaceBytes {
            let path = place.path
            shownBytes += path.utf8.count
            diagnostics.append(EnvironmentDiagnostics.secretInDefinition(isKnownForm: isKnownForm, at: path))
        }
        return diagnostics
    }

    private static func places(ofTokensIn value: JSONValue, at path: String) -> [JSONPlace] {
        var places: [JSONPlace] = []
        value.forEachText(at: .root(path)) { text in
            if places.count < maximumSecretFindings, CredentialForm.isToken(text.text) { places.append(text.place) }
        }
        return places
    }

    /// The places of texts that only their names show to be secrets. Known secrets are not in the value.
    private static func places(ofNamedSecretsIn value: JSONValue) -> [JSONPlace] {
        var places: [JSONPlace] = []
        value.forEachNamedSecret(at: .root("")) { place, text in
            if places.count < maximumSecretFindings, !CredentialForm.isToken(text) { places.append(place) }
        }
        return places
    }
}
