internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies
internal import DockerSyntax

extension Environment {
    /// Makes an environment whose image is built on the user's own Dockerfile, with or without Python packages on top.
    ///
    /// Without a specification, the Dockerfile must install Python and all packages.
    ///
    /// > Python: `azureml.core.environment.Environment.from_dockerfile`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - dockerfile: The path of the Dockerfile, or its text.
    ///   - condaSpecification: The path of a conda file; cannot be combined with `pipRequirements`.
    ///   - pipRequirements: The path of a pip requirements file; cannot be combined with `condaSpecification`.
    /// - Returns: The environment.
    /// - Throws: ``EnvironmentError`` when both specifications are given or the Dockerfile cannot be read; the errors
    ///   of ``fromCondaSpecification(name:filePath:)`` and
    ///   ``fromPipRequirements(name:filePath:pipVersion:allowingFilesOutside:)``.
    public static func fromDockerfile(
        name: String,
        dockerfile: String,
        condaSpecification: String? = nil,
        pipRequirements: String? = nil
    ) throws -> Environment {
        var environment = try make(name: name, condaSpecification: condaSpecification, pipRequirements: pipRequirements)
        environment.docker.baseImage = nil
        environment.docker.baseDockerfile = try dockerfileText(dockerfile)
        return environment
    }

    /// Makes an environment whose image is built on another image, with or without Python packages on top.
    ///
    /// Without a specification, the image must contain Python and all packages.
    ///
    /// > Python: `azureml.core.environment.Environment.from_docker_image`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - image: The image, such as `ubuntu:22.04` or `my.azurecr.io/team/base@sha256:…`.
    ///   - containerRegistry: The registry that holds the image, and how to sign in to it.
    ///   - condaSpecification: The path of a conda file; cannot be combined with `pipRequirements`.
    ///   - pipRequirements: The path of a pip requirements file; cannot be combined with `condaSpecification`.
    /// - Returns: The environment.
    /// - Throws: ``EnvironmentError`` when both specifications are given; the errors of
    ///   ``fromCondaSpecification(name:filePath:)`` and
    ///   ``fromPipRequirements(name:filePath:pipVersion:allowingFilesOutside:)``.
    public static func fromDockerImage(
        name: String,
        image: String,
        containerRegistry: ContainerRegistry? = nil,
        condaSpecification: String? = nil,
        pipRequirements: String? = nil
    ) throws -> Environment {
        var environment = try make(name: name, condaSpecification: condaSpecification, pipRequirements: pipRequirements)
        environment.docker.baseImage = image
        if let containerRegistry { environment.docker.baseImageRegistry = containerRegistry }
        return environment
    }

    /// Makes an environment whose image is built from a build context, a folder with a Dockerfile.
    ///
    /// The environment itself lists no packages and no variables.
    ///
    /// > Python: `azureml.core.environment.Environment.from_docker_build_context`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - dockerBuildContext: The build context.
    /// - Returns: The environment.
    public static func fromDockerBuildContext(name: String, dockerBuildContext: DockerBuildContext) -> Environment {
        var environment = empty
        environment.name = name
        environment.docker.buildContext = dockerBuildContext
        return environment
    }

    private static func make(
        name: String,
        condaSpecification: String?,
        pipRequirements: String?
    ) throws -> Environment {
        switch (condaSpecification, pipRequirements) {
        case (let conda?, let pip?):
            throw EnvironmentError(
                .specificationGivenTwice,
                "the environment '\(name)' is given both '\(conda)' and '\(pip)', but takes only one of them",
                hint: "list the requirements in the conda file, below '- pip:'"
            )
        case (let conda?, nil):
            return try fromCondaSpecification(name: name, filePath: conda)
        case (nil, let pip?):
            return try fromPipRequirements(name: name, filePath: pip)
        case (nil, nil):
            var environment = Environment(name: name)
            environment.python.userManagedDependencies = true
            return environment
        }
    }

    /// Returns the content of the Dockerfile, or the argument itself if it is the text of a Dockerfile.
    private static func dockerfileText(_ dockerfile: String) throws -> String {
        guard !dockerfile.isEmpty else {
            throw EnvironmentError(.fileUnreadable, "the Dockerfile is empty", hint: dockerfileHint)
        }
        // A line that is an instruction can also be the name of a file.
        let isText = DockerfileLines.path(inPlaceOf: dockerfile) == nil
        let canBePath = !isText || !dockerfile.utf8.contains(.newline)
        guard canBePath, !dockerfile.utf8.contains(0) else { return dockerfile }
        let bytes: [UInt8]
        do {
            let path = ProcessContext.current.absolutePath(dockerfile)
            if isText, try !isTaken(path) { return dockerfile }
            bytes = try LocalFile.read(path: path, limit: 1 << 20)
        } catch {
            throw EnvironmentError(
                .fileUnreadable,
                "the Dockerfile cannot be read: \(error)",
                at: SourceLocation(file: dockerfile),
                hint: error.hint(forWrongPath: dockerfileHint),
                underlying: error
            )
        }
        return try dockerfileText(bytes, path: dockerfile)
    }

    /// Returns the text of a Dockerfile's bytes.
    static func dockerfileText(_ bytes: [UInt8], path: String) throws(EnvironmentError) -> String {
        guard let text = ByteOrderMark.utf8Text(of: bytes) else {
            throw EnvironmentError(
                .fileUnreadable,
                "the Dockerfile is \(ByteOrderMark.notUTF8(bytes))",
                at: SourceLocation(file: path),
                hint: "save the file as UTF-8"
            )
        }
        try requireFewMarks(inDockerfile: bytes, path: path)
        return text
    }

    /// Refuses a Dockerfile that would take too long to compare.
    static func requireFewMarks(inDockerfile bytes: [UInt8], path: String) throws(EnvironmentError) {
        guard let offset = CombiningMarks.firstExcess(in: bytes[...]) else { return }
        throw EnvironmentError(
            .fileUnreadable,
            "the Dockerfile \(CombiningMarks.excess)",
            at: SourceLocation(file: path, bytes: bytes, offset: offset),
            hint: "check that this is the right file"
        )
    }

    private static let dockerfileHint = "give the path of a Dockerfile, or its text"

    /// Whether anything exists at the path. A text that is too long to be a path does not name anything.
    private static func isTaken(_ path: String) throws(FileSystemError) -> Bool {
        do {
            return try LocalFile.kind(path: path) != nil
        } catch let error where error.isNameTooLong {
            return false
        }
    }
}
