internal import AzureMLSupport
internal import CondaDependencies
internal import DockerSyntax

extension Environment {
    /// Refuses a definition with a password or token in a URL or image name, because a workspace is shared and keeps
    /// every version.
    func refuseCredentials() throws(EnvironmentError) {
        let conda = python.condaDependencies
        try Self.refuseCredentials(
            inText: conda.serializeToString(),
            of: EnvironmentFiles.condaDependenciesName,
            references: .conda
        )
        try Self.refuseReferencesUnknownToPip(in: conda)
        // The parsed values too, because an escape sequence or a folded line can hide a credential in the text.
        // Conda replaces references in channels only.
        let data = conda.asDict()
        try Self.refuseCredentials(
            inValue: data["channels"],
            at: "python.condaDependencies.channels",
            references: .conda
        )
        var others = data.object ?? JSONObject()
        others["channels"] = nil
        try Self.refuseCredentials(inValue: JSONValue(others), at: "python.condaDependencies")
        if let image = docker.baseImage, URLCredential(inImage: image) != nil {
            throw Self.credentialError(place: "the image in 'docker.baseImage'", at: nil, hint: Self.registryHint)
        }
        if let dockerfile = docker.baseDockerfile {
            try Self.refuseCredentials(inText: dockerfile, of: EnvironmentFiles.baseDockerfileName)
            try Self.refuseCredentials(inLinesOf: dockerfile)
        }
        var environment = self
        environment.environmentVariables = [:]
        try Self.refuseCredentials(
            inValue: environmentVariables.json(secrets: .withheld) ?? .null,
            at: "environmentVariables",
            hint: Self.variableHint
        )
        environment.python.condaDependencies = .empty
        try Self.refuseCredentials(
            inValue: environment.docker.baseImageRegistry.json(secrets: .withheld) ?? .null,
            at: "docker.baseImageRegistry",
            hint: Self.registryHint
        )
        try Self.refuseCredentials(
            inValue: environment.json(secrets: .withheld) ?? .null,
            at: "",
            hint: Self.removalHint
        )
    }

    /// Refuses references that conda replaces and pip does not: pip would send them to the index as they are.
    private static func refuseReferencesUnknownToPip(in conda: CondaDependencies) throws(EnvironmentError) {
        for (text, location) in conda.pipLines where URLCredential(in: Array(text.utf8), references: .pip) != nil {
            throw EnvironmentError(
                .credentialInURL,
                "a URL contains a reference to a variable that pip does not replace",
                at: SourceLocation(
                    file: EnvironmentFiles.condaDependenciesName,
                    line: location.line,
                    column: location.column
                ),
                hint: "write ${NAME}, with capital letters, digits and '_' only, and set the environment variable NAME "
                    + "where the packages are installed"
            )
        }
    }

    private static func refuseCredentials(
        inText text: String,
        of file: String,
        references: ReferenceGrammar = .braced
    ) throws(EnvironmentError) {
        let bytes = Array(text.utf8)
        guard let credential = URLCredential(in: bytes, references: references) else { return }
        let place = SourceLocation(file: file, bytes: bytes, offset: credential.range.lowerBound)
        // Without an excerpt of the line, because that would show the secret.
        throw credentialError(
            place: "a URL",
            at: SourceLocation(file: file, line: place.line, column: place.column)
        )
    }

    /// Refuses a credential that is split across lines or is in an image name, for which stricter rules apply.
    private static func refuseCredentials(inLinesOf dockerfile: String) throws(EnvironmentError) {
        let text = DockerfileLines(dockerfile)
        try refuseCredentials(inLines: text)
        // The builder that will read the file is not known yet, so the rules of every builder are tried.
        for rules in DockerfileRules.others {
            try refuseCredentials(inLines: DockerfileLines(dockerfile, rules: rules))
        }
        for line in text.shellLines { try refuseCredential(in: line.bytes, inLine: line.number) }
    }

    private static func refuseCredentials(inLines text: DockerfileLines) throws(EnvironmentError) {
        for line in text.lines {
            try refuseCredential(in: line.bytes, inLine: line.number)
            for text in line.instruction.listTexts { try refuseCredential(in: Array(text.utf8), inLine: line.number) }
            if line.imageNames.contains(where: { URLCredential(inImage: $0) != nil }) {
                throw credentialError(inLine: line.number)
            }
        }
    }

    private static func refuseCredential(in bytes: [UInt8], inLine number: Int) throws(EnvironmentError) {
        if URLCredential(in: bytes) != nil { throw credentialError(inLine: number) }
    }

    private static func credentialError(inLine number: Int) -> EnvironmentError {
        let place = SourceLocation(file: EnvironmentFiles.baseDockerfileName, line: number)
        return credentialError(place: "a URL or image name", at: place)
    }

    private static let referenceHint =
        "replace it with ${NAME}, and set the environment variable NAME where the packages are installed"
    private static let registryHint =
        "remove it, and give env.docker.baseImageRegistry a username, and a password as .environmentVariable(\"NAME\")"
    /// For values in which nothing is expanded.
    private static let removalHint = "remove it from the value: nothing expands ${NAME} there"
    /// For environment variables, whose values are passed on unchanged.
    private static let variableHint =
        "remove the variable and set it where the environment runs: nothing expands ${NAME} in its value"

    private static func refuseCredentials(
        inValue value: JSONValue,
        at path: String,
        hint: String = referenceHint,
        references: ReferenceGrammar = .braced
    ) throws(EnvironmentError) {
        switch value.storage {
        case .string(let text):
            try refuseCredentials(inText: text.text, place: "a URL in '\(path)'", hint: hint, references: references)
        case .array(let elements):
            for (position, element) in elements.enumerated() {
                let path = "\(path)[\(position)]"
                try refuseCredentials(inValue: element, at: path, hint: hint, references: references)
            }
        case .object(let members):
            for member in members {
                let place = path.isEmpty ? "the definition" : "'\(path)'"
                let name = "the name of a member of \(place)"
                try refuseCredentials(inText: member.name, place: name, hint: hint, references: references)
                let path = path.isEmpty ? member.name : "\(path).\(member.name)"
                try refuseCredentials(inValue: member.value, at: path, hint: hint, references: references)
            }
        case .null, .bool, .number:
            return
        }
    }

    private static func refuseCredentials(
        inText text: String,
        place: String,
        hint: String,
        references: ReferenceGrammar
    ) throws(EnvironmentError) {
        guard URLCredential(in: Array(text.utf8), references: references) != nil else { return }
        throw credentialError(place: place, at: nil, hint: hint)
    }

    private static func credentialError(
        place: String,
        at location: SourceLocation?,
        hint: String = referenceHint
    ) -> EnvironmentError {
        EnvironmentError(
            .credentialInURL,
            "\(place) contains a user name, password or token, which everyone who can read the workspace would see",
            at: location,
            hint: hint
        )
    }
}
