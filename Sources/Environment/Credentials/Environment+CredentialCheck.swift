internal import AzureMLSupport
internal import CondaDependencies
internal import DockerSyntax

extension Environment {
    /// Refuses a definition in which an address holds a password or a token: a workspace is shared, and keeps every
    /// version.
    func refuseCredentials() throws(EnvironmentError) {
        let conda = python.condaDependencies
        try Self.refuseCredentials(in: conda.serializeToString(), of: EnvironmentFiles.condaDependenciesName)
        // An escape sequence or a folded line can hide in the text what the value has.
        try Self.refuseCredentials(in: conda.asDict(), at: "python.condaDependencies")
        if let image = docker.baseImage, URLCredential(inImage: image) != nil {
            throw Self.credentialError(place: "the image in 'docker.baseImage'", at: nil)
        }
        if let dockerfile = docker.baseDockerfile {
            try Self.refuseCredentials(in: dockerfile, of: EnvironmentFiles.baseDockerfileName)
            try Self.refuseCredentials(inLinesOf: dockerfile)
        }
        var others = self
        others.environmentVariables = [:]
        try Self.refuseCredentials(
            in: environmentVariables.json(secrets: .withheld) ?? .null,
            at: "environmentVariables",
            hint: Self.variableHint
        )
        others.python.condaDependencies = .empty
        try Self.refuseCredentials(in: others.json(secrets: .withheld) ?? .null, at: "")
    }

    private static func refuseCredentials(in text: String, of file: String) throws(EnvironmentError) {
        let bytes = Array(text.utf8)
        guard let credential = URLCredential(in: bytes) else { return }
        let place = SourceLocation(file: file, bytes: bytes, offset: credential.range.lowerBound)
        // The line is not quoted: it shows the secret.
        throw credentialError(
            place: "an address",
            at: SourceLocation(file: file, line: place.line, column: place.column)
        )
    }

    /// Looks at what a line break hides, and at the images, for which stricter rules hold.
    private static func refuseCredentials(inLinesOf dockerfile: String) throws(EnvironmentError) {
        let text = DockerfileLines(dockerfile)
        try refuseCredentials(inLinesOf: text)
        // Which builder will read it is not known here.
        for rules in DockerfileRules.others {
            try refuseCredentials(inLinesOf: DockerfileLines(dockerfile, rules: rules))
        }
        for line in text.shellLines { try refuseCredential(in: line.bytes, inLine: line.number) }
    }

    private static func refuseCredentials(inLinesOf text: DockerfileLines) throws(EnvironmentError) {
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
        return credentialError(place: "an address", at: place)
    }

    private static let referenceHint: FixHint =
        "write ${NAME} in its place and set the environment variable NAME where it is installed"
    /// What a variable holds is passed on as it is.
    private static let variableHint: FixHint =
        "remove the variable and set it where the environment runs: a ${NAME} in its value is replaced by nobody"

    private static func refuseCredentials(
        in value: JSONValue,
        at path: String,
        hint: FixHint = referenceHint
    ) throws(EnvironmentError) {
        switch value.storage {
        case .string(let text):
            try refuseCredentials(in: text.text, "an address in '\(path)'", hint: hint)
        case .array(let elements):
            for (position, element) in elements.enumerated() {
                try refuseCredentials(in: element, at: "\(path)[\(position)]", hint: hint)
            }
        case .object(let members):
            for member in members {
                let place = path.isEmpty ? "the definition" : "'\(path)'"
                try refuseCredentials(in: member.name, "the name of a member of \(place)", hint: hint)
                let path = path.isEmpty ? member.name : "\(path).\(member.name)"
                try refuseCredentials(in: member.value, at: path, hint: hint)
            }
        case .null, .bool, .number:
            return
        }
    }

    private static func refuseCredentials(
        in text: String,
        _ place: String,
        hint: FixHint
    ) throws(EnvironmentError) {
        guard URLCredential(in: Array(text.utf8)) != nil else { return }
        throw credentialError(place: place, at: nil, hint: hint)
    }

    private static func credentialError(
        place: String,
        at location: SourceLocation?,
        hint: FixHint = referenceHint
    ) -> EnvironmentError {
        EnvironmentError(
            .credentialInURL,
            "\(place) holds a user name, a password or a token, which a workspace would keep for everybody who reads it",
            at: location,
            hint: hint
        )
    }
}
