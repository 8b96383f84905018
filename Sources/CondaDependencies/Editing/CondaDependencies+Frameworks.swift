extension CondaDependencies {
    /// The kind of processor that a framework's package is built for.
    public enum CoreType: String, Sendable {
        /// The CPU.
        case cpu
        /// An NVIDIA GPU.
        case gpu
    }

    /// The TensorFlow version that azureml-core 1.61 adds by default.
    private static let defaultTensorFlowVersion = "2.2.0"
    /// The last version of the Cognitive Toolkit.
    private static let defaultCNTKVersion = "2.7"

    /// Adds TensorFlow to the pip packages, replacing the package for either kind of processor.
    ///
    /// - Parameters:
    ///   - coreType: The kind of processor.
    ///   - version: The version; 2.2.0 by default.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`, or `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.add_tensorflow_pip_package(core_type, version)`
    public mutating func addTensorFlowPipPackage(coreType: CoreType = .cpu, version: String? = nil) throws {
        try replacePipPackages("tensorflow", coreType, version: version ?? Self.defaultTensorFlowVersion)
    }

    /// Adds TensorFlow to the conda packages, replacing the package for either kind of processor.
    ///
    /// - Parameters:
    ///   - coreType: The kind of processor.
    ///   - version: The version; 2.2.0 by default.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`, or `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.add_tensorflow_conda_package(core_type, version)`
    public mutating func addTensorFlowCondaPackage(coreType: CoreType = .cpu, version: String? = nil) throws {
        // A copy, so that nothing is lost when the version is invalid.
        var edited = self
        for type in [CoreType.cpu, .gpu] {
            let name = Self.packageName("tensorflow", type)
            let found = edited.content.entries(of: .condaPackages, named: name)
            if !found.isEmpty { try edited.remove(found, named: [name], from: .condaPackages) }
        }
        let name = Self.packageName("tensorflow", coreType)
        try edited.addCondaPackage("\(name)=\(version ?? Self.defaultTensorFlowVersion)")
        self = edited
    }

    /// Adds Microsoft's Cognitive Toolkit to the pip packages, replacing the package for either kind of processor.
    ///
    /// - Parameter coreType: The kind of processor.
    /// - Throws: ``CondaDependenciesError`` with the code `editRefused` and the location.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.add_cntk_package(core_type)`
    public mutating func addCNTKPackage(coreType: CoreType = .cpu) throws {
        try replacePipPackages("cntk", coreType, version: Self.defaultCNTKVersion)
    }

    private mutating func replacePipPackages(_ name: String, _ coreType: CoreType, version: String) throws {
        var edited = self
        for type in [CoreType.cpu, .gpu] { try edited.removePipPackage(Self.packageName(name, type)) }
        try edited.addPipPackage("\(Self.packageName(name, coreType))==\(version)")
        self = edited
    }

    private static func packageName(_ name: String, _ coreType: CoreType) -> String {
        coreType == .gpu ? "\(name)-gpu" : name
    }
}
