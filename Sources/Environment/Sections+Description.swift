internal import AzureMLSupport

// What Python prints of these is an address in memory; here it is what `repr` of an environment shows of them.

extension PythonSection: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension DockerSection: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { withMaskedImage.maskedText }

    /// The name of an image can hold a password where nothing says that it is an address.
    var withMaskedImage: DockerSection {
        var masked = self
        masked.storedBaseImage = storedBaseImage?.maskingImageCredentials
        return masked
    }
}

extension DockerImagePlatform: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension DockerBuildContext: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension SparkSection: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension SparkPackage: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension DatabricksSection: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension MavenLibrary: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension PyPiLibrary: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension RCranLibrary: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension JarLibrary: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension EggLibrary: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension RSection: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension RCranPackage: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension RGitHubPackage: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension ContainerRegistry: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}

extension RegistryIdentity: CustomStringConvertible {
    /// The JSON form with sorted members, secrets masked.
    public var description: String { maskedText }
}
