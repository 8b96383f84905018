internal import AzureMLSupport
internal import CondaDependencies

extension Environment {
    /// Refuses a definition in which a URL holds a password: a workspace is shared, and keeps every version.
    ///
    /// Environment variables are content, so they are not looked at here.
    func refuseCredentials() throws(EnvironmentError) {
        let conda = python.condaDependencies
        try Self.refuseCredentials(in: conda.serializeToString(), of: EnvironmentFiles.condaDependenciesName)
        // An escape sequence or a folded line can hide in the text what the value has.
        try Self.refuseCredentials(in: conda.asDict(), at: "python.condaDependencies")
        if let dockerfile = docker.baseDockerfile {
            try Self.refuseCredentials(in: dockerfile, of: EnvironmentFiles.baseDockerfileName)
        }
        var others = self
        others.environmentVariables = [:]
        others.python.condaDependencies = .empty
        try Self.refuseCredentials(in: others.json(secrets: .withheld) ?? .null, at: "")
    }

    private static func refuseCredentials(in text: String, of file: String) throws(EnvironmentError) {
        let bytes = Array(text.utf8)
        guard let credential = URLCredential(in: bytes) else { return }
        let place = SourceLocation(file: file, bytes: bytes, offset: credential.range.lowerBound)
        // The line is not quoted: it shows the secret.
        throw credentialError(place: "a URL", at: SourceLocation(file: file, line: place.line, column: place.column))
    }

    private static func refuseCredentials(in value: JSONValue, at path: String) throws(EnvironmentError) {
        switch value.storage {
        case .string(let text):
            guard URLCredential(in: Array(text.text.utf8)) != nil else { return }
            throw credentialError(place: "a URL in '\(path)'", at: nil)
        case .array(let elements):
            for (position, element) in elements.enumerated() {
                try refuseCredentials(in: element, at: "\(path)[\(position)]")
            }
        case .object(let members):
            for member in members {
                try refuseCredentials(in: member.value, at: path.isEmpty ? member.name : "\(path).\(member.name)")
            }
        case .null, .bool, .number:
            return
        }
    }

    private static func credentialError(place: String, at location: SourceLocation?) -> EnvironmentError {
        EnvironmentError(
            .credentialInURL,
            "\(place) holds a user name or a password, which a workspace would keep for everybody who reads it",
            at: location,
            hint: "write ${NAME} in its place and set the environment variable NAME where it is installed"
        )
    }
}
