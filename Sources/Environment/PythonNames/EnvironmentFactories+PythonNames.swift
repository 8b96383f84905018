// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import Workspace

extension Environment {
    @available(*, unavailable, renamed: "fromPipRequirements(name:filePath:pipVersion:)")
    public static func from_pip_requirements(
        name: String,
        file_path: String,
        pip_version: String? = nil
    ) throws -> Environment {
        try fromPipRequirements(name: name, filePath: file_path, pipVersion: pip_version)
    }

    @available(*, unavailable, renamed: "fromPipRequirements(name:filePath:pipVersion:)")
    public static func from_pip_requirements(
        _ name: String,
        _ file_path: String,
        _ pip_version: String? = nil
    ) throws -> Environment {
        try fromPipRequirements(name: name, filePath: file_path, pipVersion: pip_version)
    }

    @available(*, unavailable, renamed: "fromDockerfile(name:dockerfile:condaSpecification:pipRequirements:)")
    public static func from_dockerfile(
        name: String,
        dockerfile: String,
        conda_specification: String? = nil,
        pip_requirements: String? = nil
    ) throws -> Environment {
        try fromDockerfile(
            name: name,
            dockerfile: dockerfile,
            condaSpecification: conda_specification,
            pipRequirements: pip_requirements
        )
    }

    @available(*, unavailable, renamed: "fromDockerfile(name:dockerfile:condaSpecification:pipRequirements:)")
    public static func from_dockerfile(
        _ name: String,
        _ dockerfile: String,
        conda_specification: String? = nil,
        pip_requirements: String? = nil
    ) throws -> Environment {
        try from_dockerfile(
            name: name,
            dockerfile: dockerfile,
            conda_specification: conda_specification,
            pip_requirements: pip_requirements
        )
    }

    @available(
        *,
        unavailable,
        renamed: "fromDockerImage(name:image:containerRegistry:condaSpecification:pipRequirements:)"
    )
    public static func from_docker_image(
        name: String,
        image: String,
        container_registry: ContainerRegistry? = nil,
        conda_specification: String? = nil,
        pip_requirements: String? = nil
    ) throws -> Environment {
        try fromDockerImage(
            name: name,
            image: image,
            containerRegistry: container_registry,
            condaSpecification: conda_specification,
            pipRequirements: pip_requirements
        )
    }

    @available(
        *,
        unavailable,
        renamed: "fromDockerImage(name:image:containerRegistry:condaSpecification:pipRequirements:)"
    )
    public static func from_docker_image(
        _ name: String,
        _ image: String,
        container_registry: ContainerRegistry? = nil,
        conda_specification: String? = nil,
        pip_requirements: String? = nil
    ) throws -> Environment {
        try from_docker_image(
            name: name,
            image: image,
            container_registry: container_registry,
            conda_specification: conda_specification,
            pip_requirements: pip_requirements
        )
    }

    @available(*, unavailable, renamed: "fromDockerBuildContext(name:dockerBuildContext:)")
    public static func from_docker_build_context(
        name: String,
        docker_build_context: DockerBuildContext
    ) -> Environment {
        fromDockerBuildContext(name: name, dockerBuildContext: docker_build_context)
    }

    @available(*, unavailable, renamed: "fromDockerBuildContext(name:dockerBuildContext:)")
    public static func from_docker_build_context(
        _ name: String,
        _ docker_build_context: DockerBuildContext
    ) -> Environment {
        fromDockerBuildContext(name: name, dockerBuildContext: docker_build_context)
    }

    @available(*, unavailable, renamed: "fromExistingCondaEnvironment(name:condaEnvironmentName:)")
    public static func from_existing_conda_environment(
        name: String,
        conda_environment_name: String
    ) async throws -> Environment {
        try await fromExistingCondaEnvironment(name: name, condaEnvironmentName: conda_environment_name)
    }

    @available(*, unavailable, renamed: "fromExistingCondaEnvironment(name:condaEnvironmentName:)")
    public static func from_existing_conda_environment(
        _ name: String,
        _ conda_environment_name: String
    ) async throws -> Environment {
        try await fromExistingCondaEnvironment(name: name, condaEnvironmentName: conda_environment_name)
    }

    @available(*, unavailable, renamed: "addPrivatePipWheel(workspace:filePath:existOK:)")
    public static func add_private_pip_wheel(
        workspace: Workspace,
        file_path: String,
        exist_ok: Bool = false
    ) async throws -> String {
        try await addPrivatePipWheel(workspace: workspace, filePath: file_path, existOK: exist_ok)
    }

    @available(*, unavailable, renamed: "addPrivatePipWheel(workspace:filePath:existOK:)")
    public static func add_private_pip_wheel(
        _ workspace: Workspace,
        _ file_path: String,
        exist_ok: Bool = false
    ) async throws -> String {
        try await addPrivatePipWheel(workspace: workspace, filePath: file_path, existOK: exist_ok)
    }
}

extension DockerBuildContext {
    @available(*, unavailable, renamed: "fromLocalDirectory(path:dockerfilePath:)")
    public static func from_local_directory(
        workspace: Workspace,
        path: String,
        dockerfile_path: String = "Dockerfile"
    ) throws -> DockerBuildContext {
        try fromLocalDirectory(path: path, dockerfilePath: dockerfile_path)
    }

    @available(*, unavailable, renamed: "fromLocalDirectory(path:dockerfilePath:)")
    public static func from_local_directory(
        _ workspace: Workspace,
        _ path: String,
        _ dockerfile_path: String = "Dockerfile"
    ) throws -> DockerBuildContext {
        try fromLocalDirectory(path: path, dockerfilePath: dockerfile_path)
    }
}
