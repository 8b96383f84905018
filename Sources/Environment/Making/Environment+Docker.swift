internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies

extension Environment {
    /// Makes an environment whose image is built upon a Dockerfile of one's own, with Python packages on top or without.
    ///
    /// Without a specification the Dockerfile brings Python and all packages.
    ///
    /// > Python: `azureml.core.environment.Environment.from_dockerfile`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - dockerfile: The path of the Dockerfile, or its text.
    ///   - condaSpecification: The path of a conda file; not together with `pipRequirements`.
    ///   - pipRequirements: The path of a requirements file of pip; not together with `condaSpecification`.
    /// - Returns: The environment.
    /// - Throws: ``EnvironmentError`` when both specifications are given or the Dockerfile cannot be read; the errors of
    ///   ``fromCondaSpecification(name:filePath:)`` and ``fromPipRequirements(name:filePath:pipVersion:allowingFilesOutside:)``.
    public static func fromDockerfile(
        name: String,
        dockerfile: String,
        condaSpecification: String? = nil,
        pipRequirements: String? = nil
    ) throws -> Environment {
        var environment = try with(name, condaSpecification: condaSpecification, pipRequirements: pipRequirements)
        environment.docker.baseImage = nil
        environment.docker.baseDockerfile = try dockerfileText(dockerfile)
        return environment
    }

    /// Makes an environment whose image is built upon another one, with Python packages on top or without.
    ///
    /// Without a specification the image brings Python and all packages.
    ///
    /// > Python: `azureml.core.environment.Environment.from_docker_image`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - image: The image, such as `ubuntu:22.04` or `my.azurecr.io/team/base@sha256:…`.
    ///   - containerRegistry: The registry that holds the image, and how to sign in to it.
    ///   - condaSpecification: The path of a conda file; not together with `pipRequirements`.
    ///   - pipRequirements: The path of a requirements file of pip; not together with `condaSpecification`.
    /// - Returns: The environment.
    /// - Throws: ``EnvironmentError`` when both specifications are given; the errors of
    ///   ``fromCondaSpecification(name:filePath:)`` and ``fromPipRequirements(name:filePath:pipVersion:allowingFilesOutside:)``.
    public static func fromDockerImage(
        name: String,
        image: String,
        containerRegistry: ContainerRegistry? = nil,
        condaSpecification: String? = nil,
        pipRequirements: String? = nil
    ) throws -> Environment {
        var environment = try with(name, condaSpecification: condaSpecification, pipRequirements: pipRequirements)
        environment.docker.baseImage = image
        if let containerRegistry { environment.docker.baseImageRegistry = containerRegistry }
        return environment
    }

    /// Makes an environment whose image is built from a folder of files with a Dockerfile in it, and has nothing else:
    /// no packages and no variables.
    ///
    /// > Python: `azureml.core.environment.Environment.from_docker_build_context`
    ///
    /// - Parameters:
    ///   - name: The environment's name.
    ///   - dockerBuildContext: The folder.
    /// - Returns: The environment.
    public static func fromDockerBuildContext(name: String, dockerBuildContext: DockerBuildContext) -> Environment {
        var environment = withoutMembers
        environment.name = name
        environment.docker.buildContext = dockerBuildContext
        return environment
    }

    private static func with(
        _ name: String,
        condaSpecification: String?,
        pipRequirements: String?
    ) throws -> Environment {
        switch (condaSpecification, pipRequirements) {
        case (let conda?, let pip?):
            throw EnvironmentError(
                .twoSpecifications,
                "the environment '\(name)' is to have the packages of '\(conda)' and of '\(pip)', but takes one file",
                hint: "name the requirements in the conda file, below '- pip:'"
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

    /// The content of the file, or the text itself where it cannot be a path.
    private static func dockerfileText(_ dockerfile: String) throws -> String {
        guard !dockerfile.isEmpty else {
            throw EnvironmentError(.unreadable, "the Dockerfile is empty", hint: dockerfileHint)
        }
        // Every instruction has a blank behind its name, and a Dockerfile of one line without any is none.
        let canBePath = !dockerfile.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == 0 }
        guard canBePath else { return dockerfile }
        let isText = dockerfile.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        do {
            let path = ProcessContext.current.absolutePath(dockerfile)
            if isText, try !isTaken(path) { return dockerfile }
            let bytes = try LocalFile.read(path: path, limit: 1 << 20)
            if let text = String(validating: bytes, as: UTF8.self) { return text }
        } catch {
            throw EnvironmentError(
                .unreadable,
                "the Dockerfile cannot be read: \(error)",
                at: SourceLocation(file: dockerfile),
                hint: dockerfileHint,
                underlying: error
            )
        }
        throw EnvironmentError(
            .unreadable,
            "the Dockerfile is not UTF-8",
            at: SourceLocation(file: dockerfile),
            hint: "save the file as UTF-8"
        )
    }

    private static let dockerfileHint: FixHint = "give the path of a Dockerfile, or its text"

    /// Whether something lies there; a text that is too long for a path names nothing.
    private static func isTaken(_ path: String) throws(FileSystemError) -> Bool {
        do {
            return try LocalFile.kind(path: path) != nil
        } catch let error where error.isNameTooLong {
            return false
        }
    }
}
