internal import AzureMLSupport
internal import CondaDependencies
internal import Environment

extension ImageDefinition {
    /// The details that Azure's service would give of the image if it were not built yet.
    var details: DockerImageDetails {
        let conda: CondaEnvironment? = if case .recipe(let conda) = content { conda } else { nil }
        let specification = conda.map { _ in environment.python.condaDependencies }
        let interpreter = conda.map { "\($0.folder)/bin/python" } ?? environment.python.interpreterPath
        let answer: JSONValue = [
            "imageExistsInRegistry": false,
            "dockerImage": [
                "name": JSONValue(imageName),
                "registry": ["address": nil, "username": nil, "password": nil],
            ],
            "pythonEnvironment": [
                "interpreterPath": JSONValue(interpreter),
                "condaEnvironmentPath": conda.map { JSONValue($0.folder) } ?? nil,
                "condaEnvironmentName": conda.map { JSONValue($0.name) } ?? nil,
            ],
            "ingredients": [
                "dockerfile": JSONValue(dockerfileText),
                "condaSpecification": specification.map { JSONValue($0.serializeToString()) } ?? nil,
            ],
        ]
        return DockerImageDetails(
            answer: answer,
            specification: specification,
            recipe: recipe,
            provenance: provenance,
            diagnostics: diagnostics
        )
    }
}
