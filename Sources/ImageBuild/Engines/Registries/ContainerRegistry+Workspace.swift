internal import AzureMLSupport
internal import AzureMLSystem
internal import DockerSyntax
internal import Environment

extension ContainerRegistry {
    /// Names the registry of the workspaces on this machine.
    static let workspaceVariable = "AZUREML_CONTAINER_REGISTRY"

    /// The registry that a workspace's images are pushed to, since a workspace that is a folder has none of its own;
    /// `nil` when the user names none.
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

    /// The name of an image of this SDK's in the registry.
    ///
    /// - Throws: ``ImageBuildError`` with the code `registryInvalid` when the address is none.
    func reference(to image: String) throws -> ImageReference {
        guard let address, let reference = try? ImageReference(parsing: "\(address)/\(image):latest"),
            reference.host == address
        else {
            throw ImageBuildError(
                .registryInvalid,
                "'\(address ?? "")' is no address of a registry",
                hint: "write its host alone, with a port where it has one: my.azurecr.io"
            )
        }
        return reference
    }
}
