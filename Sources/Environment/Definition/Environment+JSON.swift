package import AzureMLSupport

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

    /// azureml-core's JSON form, which contains plain secrets in clear text as azureml-core's does.
    package var definition: JSONValue {
        json(secrets: .revealed) ?? .null
    }
}
