internal import AzureMLSupport
internal import DockerSyntax

extension Environment {
    /// The findings about secrets that the base Dockerfile writes into the image.
    var dockerfileSecretDiagnostics: [Diagnostic] {
        guard let dockerfile = docker.baseDockerfile else { return [] }
        let findings = DockerfileSecrets(dockerfile).findings.prefix(Self.maximumSecretFindings)
        let locations = SourceLocation.locations(
            file: EnvironmentFiles.baseDockerfileName,
            bytes: Array(dockerfile.utf8),
            offsets: findings.map(\.offset)
        )
        return zip(findings, locations).map { finding, location in
            let place = SourceLocation(file: location.file, line: location.line, column: location.column)
            return EnvironmentDiagnostics.secretInDockerfile(isKnownForm: finding.isKnownForm, at: place)
        }
    }
}

/// The places of secrets in a Dockerfile, in the order of the text.
private struct DockerfileSecrets {
    private let text: DockerfileLines
    /// Whether each secret has a known form, by the offset at which it begins.
    private var forms: [Int: Bool] = [:]

    init(_ dockerfile: String) {
        text = DockerfileLines(dockerfile)
        let tokens = TokenForm.ranges(in: text.searchedBytes, .shell).map(\.lowerBound)
        for token in tokens { forms[token] = true }
        var rest = tokens[...]
        for (index, line) in text.lines.enumerated() {
            let end = index + 1 < text.lines.count ? text.lines[index + 1].offset : text.bytes.count
            rest = rest.drop { $0 < line.offset }
            let hasPlainToken = rest.first.map { $0 < end } ?? false
            // A token that continues on the next line, or that is quoted in part, is in no line of the text as it is.
            if !hasPlainToken, hasToken(line) { forms[line.offset] = true }
            addSecrets(named: line, end: end)
        }
    }

    var findings: [(offset: Int, isKnownForm: Bool)] {
        forms.sorted { $0.key < $1.key }.map { (offset: $0.key, isKnownForm: $0.value) }
    }

    private func hasToken(_ line: DockerfileLine) -> Bool {
        let unquotedTexts = text.unquotedCommands(of: line).flatMap(\.self)
        return ([line.bytes] + unquotedTexts).contains { TokenForm.isToken($0, line.instruction.references) }
            || text.documentLines(of: line).contains { TokenForm.isToken($0, .shell) }
    }

    /// Adds the variables and files of an instruction that are called like secrets.
    private mutating func addSecrets(named line: DockerfileLine, end: Int) {
        let instruction = line.instruction.trigger ?? line.instruction
        let variables = instruction.searchedAssignments.filter { name, value in
            SecretName.isSecret(variable: name, value: value, references: .builder)
                && !TokenForm.isToken(value.utf8, .builder)
        }
        let files = instruction.copiedFiles.filter(CredentialForm.isPasswordFile)
        var rest = text.bytes[line.offset..<end]
        for word in variables.map(\.name) + files {
            // A word with quotes is not found; then the instruction is meant. The words after it are not searched for:
            // many searches to the end of a long line would be quadratic.
            let place = rest.firstRange(of: word.utf8)?.lowerBound
            rest = place.map { rest[$0...] } ?? []
            if forms[place ?? line.offset] == nil { forms[place ?? line.offset] = false }
        }
    }
}
