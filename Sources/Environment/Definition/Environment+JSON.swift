public import AzureMLSupport

extension Environment: JSONSection {
    static let empty = Environment(
        name: "",
        environmentVariables: [:],
        python: .empty,
        docker: .empty
    )
    static var valueForNull: Environment? { nil }

    static let members: JSONMembers<Environment> = [
        JSONMember("name", \.name),
        JSONMember("version", \.version),
        JSONMember("environmentVariables", \.environmentVariables),
        JSONMember("python", \.python),
        JSONMember("docker", \.docker),
        JSONMember("spark", \.spark),
        JSONMember("databricks", \.databricks),
        JSONMember("r", \.r),
        JSONMember("inferencingStackVersion", \.inferencingStackVersion),
        JSONMember("assetId", \.assetID),
    ]
}

extension Environment {
    /// Reads azureml-core's JSON form. A missing member gets the value that azureml-core gives it, and unknown members
    /// are kept.
    package init(definition: JSONValue, file: String? = nil) throws(EnvironmentError) {
        let referenceNames = ["name", "version"]
        if let object = definition.object, object.names.allSatisfy(referenceNames.contains) {
            throw EnvironmentError(
                .definitionMissing,
                "the definition has only a name and a version, so it is a reference to a registered environment",
                at: file.map { SourceLocation(file: $0) },
                hint: "read the registered environment: try await Environment.get(workspace: ws, name: \"…\")"
            )
        }
        do throws(JSONMismatch) {
            try self.init(json: definition)
        } catch {
            throw error.error(file: file)
        }
    }

    /// Reads the JSON form of an environment, as azureml-core or ``asDict()`` wrote it.
    ///
    /// ```swift
    /// let text = env.asDict().pythonText(indent: 4)
    /// env = try Environment(dict: JSONValue(parsing: Array(text.utf8)))
    /// ```
    ///
    /// > Python: `Environment._deserialize_and_add_to_object(…)`
    ///
    /// - Parameter dict: The definition. Missing members get azureml-core's values. Unknown members are kept, with a
    ///   diagnostic for each. References to secrets are not in it: set them again.
    /// - Throws: ``EnvironmentError`` when a member has a value of the wrong kind, or when the definition is only a
    ///   reference to a registered environment.
    public init(dict: JSONValue) throws {
        try self.init(definition: dict)
        diagnostics = definitionDiagnostics
    }

    /// Returns the JSON form of the environment, without secrets and references to them.
    ///
    /// `asDict().pythonText(indent: 4)` is the text.
    ///
    /// > Python: `Environment._serialize_to_dict(env)`
    ///
    /// - Returns: The definition with all members, as azureml-core writes them. Secrets and references to them are
    ///   `null`.
    public func asDict() -> JSONValue {
        json(secrets: .withheld) ?? .null
    }

    /// azureml-core's JSON form, which contains plain secrets in clear text as azureml-core's does.
    package var definition: JSONValue {
        json(secrets: .revealed) ?? .null
    }
}
