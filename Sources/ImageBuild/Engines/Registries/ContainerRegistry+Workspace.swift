internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
internal import Environment

extension ContainerRegistry {
    /// The variable that names the registry of the workspaces on this machine.
    static let workspaceVariable = "AZUREML_CONTAINER_REGISTRY"

    /// The registry that a workspace's images are pushed to, which the user names because a folder has no registry;
    /// `nil` when the variable is not set.
    static var ofWorkspace: ContainerRegistry? {
        let process = ProcessContext.current
        guard let address = process[variable: workspaceVariable] else { return nil }
        let password = "\(workspaceVariable)_PASSWORD"
        return ContainerRegistry(
            address: address,
            username: process[variable: "\(workspaceVariable)_USERNAME"],
            password: process[variable: password].map { _ in .environmentVariable(password) }
        )
    }

    /// Returns the name in the registry of an image that this SDK builds.
    ///
    /// - Throws: ``ImageBuildError`` with the code `registryInvalid` when the address is not that of a registry.
    func reference(to image: String) throws -> ImageReference {
        guard let address, let reference = try? ImageReference(parsing: "\(address)/\(image):latest"),
            reference.host == address
        else {
            throw ImageBuildError(
                .registryInvalid,
                "'\(address ?? "")' is not the address of a registry",
                hint: "write only its host, and its port if it has one: my.azurecr.io"
            )
        }
        return reference
    }
}
