package import AzureMLSupport

extension Environment: JSONSection {
    static let withoutMembers = Environment(
        name: "",
        environmentVariables: [:],
        python: .withoutMembers,
        docker: .withoutMembers
    )
    static var whenNull: Environment? { nil }

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
    /// Reads azureml-core's JSON form. A missing member is what azureml-core reads then, an unknown one is kept.
    package init(definition: JSONValue, file: String? = nil) throws(EnvironmentError) {
        let referenceNames = ["name", "version"]
        if let object = definition.object, object.names.allSatisfy(referenceNames.contains) {
            throw EnvironmentError(
                .reference,
                "the definition holds a name and a version only, so it refers to a registered environment",
                at: file.map { SourceLocation(file: $0) },
                hint: "read the registered one: try await Environment.get(workspace: ws, name: \"…\")"
            )
        }
        do throws(JSONMismatch) {
            try self.init(json: definition)
        } catch {
            throw error.error(file: file)
        }
    }

    /// azureml-core's JSON form with every secret's value in it, as azureml-core writes it.
    package var definition: JSONValue {
        json(secrets: .revealed) ?? .null
    }
}
