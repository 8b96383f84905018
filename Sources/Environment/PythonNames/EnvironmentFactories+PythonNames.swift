// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import AzureMLSupport

extension Environment {
    @available(*, unavailable, renamed: "fromCondaSpecification(name:filePath:)")
    public static var from_conda_specification: PythonCall<Any, Environment> {
        get throws { PythonCall(Environment(name: "")) }
    }

    @available(*, unavailable, renamed: "fromPipRequirements(name:filePath:pipVersion:)")
    public static var from_pip_requirements: PythonCall<Any, Environment> {
        get throws { PythonCall(Environment(name: "")) }
    }

    @available(*, unavailable, renamed: "fromDockerfile(name:dockerfile:condaSpecification:pipRequirements:)")
    public static var from_dockerfile: PythonCall<Any, Environment> {
        get throws { PythonCall(Environment(name: "")) }
    }

    @available(
        *,
        unavailable,
        renamed: "fromDockerImage(name:image:containerRegistry:condaSpecification:pipRequirements:)"
    )
    public static var from_docker_image: PythonCall<Any, Environment> {
        get throws { PythonCall(Environment(name: "")) }
    }

    @available(*, unavailable, renamed: "fromDockerBuildContext(name:dockerBuildContext:)")
    public static var from_docker_build_context: PythonCall<Any, Environment> { PythonCall(Environment(name: "")) }

    @available(*, unavailable, renamed: "fromExistingCondaEnvironment(name:condaEnvironmentName:)")
    public static var from_existing_conda_environment: PythonCall<Any, Environment> {
        get async throws { PythonCall(Environment(name: "")) }
    }

    @available(*, unavailable, renamed: "addPrivatePipWheel(workspace:filePath:existOK:)")
    public static var add_private_pip_wheel: PythonCall<Any, String> {
        get async throws { PythonCall("") }
    }

    @available(*, unavailable, renamed: "loadFromDirectory(path:)")
    public static var load_from_directory: PythonCall<Any, Environment> {
        get throws { PythonCall(Environment(name: "")) }
    }
}

extension DockerBuildContext {
    @available(*, unavailable, renamed: "fromLocalDirectory(path:dockerfilePath:)")
    public static var from_local_directory: PythonCall<Any, DockerBuildContext> {
        get throws { PythonCall(DockerBuildContext()) }
    }
}
