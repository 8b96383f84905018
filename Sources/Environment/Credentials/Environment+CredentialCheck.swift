internal import AzureMLSupport
internal import CondaDependencies
internal import DockerSyntax

extension Environment {
    /// Refuses a definition with a password or token in a URL or image name, because a workspace is shared and keeps
    /// every version.
    func refuseCredentials() throws(EnvironmentError) {
        try refuseCredentials(in: SearchedValues(of: self))
    }

    /// Refuses credentials, for a caller that has made the values to search.
    func refuseCredentials(in values: SearchedValues) throws(EnvironmentError) {
        try refuseCondaCredentials(data: values.conda)
        if let image = docker.baseImage, URLCredential(inImage: image) != nil {
            throw Self.credentialError(place: "the image in 'docker.baseImage'", at: nil, hint: Self.registryHint)
        }
        if let dockerfile = docker.baseDockerfile {
            try Self.refuseCredentials(
                inText: DockerfileLines(dockerfile).searchedBytes,
                of: EnvironmentFiles.baseDockerfileName,
                as: .dockerfile
            )
            if let lines = DockerfileCredentials(in: dockerfile).lines.first {
                throw Self.credentialError(
                    place: "a URL or image name",
                    at: SourceLocation(file: EnvironmentFiles.baseDockerfileName, line: lines.lowerBound)
                )
            }
        }
        let variables = environmentVariables.json(secrets: .withheld) ?? .null
        try Self.refuseCredentials(inVariables: variables, at: "environmentVariables", hint: Self.variableHint)
        try refuseRegistryCredentials()
        try Self.refuseCredentials(inValue: values.others, at: "", hint: Self.removalHint)
    }

    private func refuseRegistryCredentials() throws(EnvironmentError) {
        let registry = docker.baseImageRegistry
        if let address = registry.address, URLCredential(inImage: address) != nil {
            let place = "the address in 'docker.baseImageRegistry.address'"
            throw Self.credentialError(place: place, at: nil, hint: Self.registryHint)
        }
        try Self.refuseCredentials(
            inValue: registry.json(secrets: .withheld) ?? .null,
            at: "docker.baseImageRegistry",
            hint: Self.registryHint
        )
    }

    private func refuseCondaCredentials(data: JSONValue) throws(EnvironmentError) {
        let conda = python.condaDependencies
        try Self.refuseCredentials(
            inText: Array(conda.serializeToString().utf8),
            of: EnvironmentFiles.condaDependenciesName,
            as: .condaFile
        )
        try Self.refusePipCredentials(in: conda)
        // The parsed values too, because an escape sequence or a folded line can hide a credential in the text.
        // Conda replaces references in channels only.
        let place = "python.condaDependencies"
        try Self.refuseCredentials(inValue: data["channels"], at: "\(place).channels", as: .channel)
        for (position, package) in (data["dependencies"].array ?? []).enumerated() where package.string != nil {
            try Self.refuseCredentials(inValue: package, at: "\(place).dependencies[\(position)]", as: .condaPackage)
        }
        try Self.refuseCredentials(inVariables: data["variables"], at: "\(place).variables")
        var others = data.object ?? JSONObject()
        others["channels"] = nil
        others["variables"] = nil
        try Self.refuseCredentials(inValue: JSONValue(others), at: place)
    }

    /// Refuses credentials in the lines for pip, as they are written and as the words that pip reads, and references that
    /// conda replaces and pip does not: pip would send them to the index as they are.
    private static func refusePipCredentials(in conda: CondaDependencies) throws(EnvironmentError) {
        for (text, location) in conda.pipLines(where: { textWithCredential(ofPipLine: $0) != nil }) {
            guard let found = textWithCredential(ofPipLine: text) else { continue }
            let place = SourceLocation(
                file: EnvironmentFiles.condaDependenciesName,
                line: location.line,
                column: location.column
            )
            let isReference = URLCredential(in: found, as: .condaValue) == nil
            guard isReference else { throw credentialError(place: "a URL", at: place) }
            throw EnvironmentError(
                .credentialInURL,
                "a URL contains a reference to a variable that pip does not replace",
                at: place,
                hint: "write ${NAME}, with capital letters, digits and '_' only, and set the environment variable NAME "
                    + "where the packages are installed"
            )
        }
    }

    /// The line, or a word that pip reads from it, if it has a credential.
    private static func textWithCredential(ofPipLine line: String) -> [UInt8]? {
        let line = Array(line.utf8)
        if URLCredential(in: line, as: .pipLine) != nil { return line }
        // Without quotes, the words are parts of the line as it is.
        let words = line.contains(where: POSIXWords.isQuote) ? POSIXWords.split(line) : []
        return words.first { URLCredential(in: $0, as: .pipWord) != nil }
    }

    private static func refuseCredentials(
        inText bytes: [UInt8],
        of file: String,
        as grammar: AddressGrammar
    ) throws(EnvironmentError) {
        guard let credential = URLCredential(in: bytes, as: grammar) else { return }
        let place = SourceLocation(file: file, bytes: bytes, offset: credential.range.lowerBound)
        // Without an excerpt of the line, because that would show the secret.
        throw credentialError(
            place: "a URL",
            at: SourceLocation(file: file, line: place.line, column: place.column)
        )
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

    /// Conda reads its settings from variables such as `CONDA_CHANNEL_ALIAS`, which can hold channels, and many programs
    /// read the addresses of proxies, which need no scheme.
    private static func refuseCredentials(
        inVariables variables: JSONValue,
        at path: String,
        hint: String = referenceHint
    ) throws(EnvironmentError) {
        try refuseCredentials(inValue: variables, at: path, hint: hint)
        for (name, value) in variables.object ?? [:] {
            let path = "\(path).\(name)"
            if name.utf8.starts(with: "CONDA_".utf8) {
                let grammar: AddressGrammar = name.contains("CHANNEL") ? .channel : .condaVariable
                try refuseCredentials(inValue: value, at: path, hint: hint, as: grammar)
            }
            if URLCredential.isProxy(name: name), let address = value.string, URLCredential(inProxy: address) != nil {
                throw credentialError(place: "the address of a proxy in '\(path)'", at: nil, hint: hint)
            }
        }
    }

    private static func refuseCredentials(
        inValue value: JSONValue,
        at path: String,
        hint: String = referenceHint,
        as grammar: AddressGrammar = .value
    ) throws(EnvironmentError) {
        try value.forEachText(at: .root(path)) { (text) throws(EnvironmentError) in
            guard URLCredential(in: Array(text.text.utf8), as: grammar) != nil else { return }
            let path = text.place.path
            let object = path.isEmpty ? "the definition" : "'\(path)'"
            let place = text.isName ? "the name of a member of \(object)" : "a URL in '\(path)'"
            throw credentialError(place: place, at: nil, hint: hint)
        }
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
