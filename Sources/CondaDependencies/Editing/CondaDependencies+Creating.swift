internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Creates a specification from lists of packages.
    ///
    /// - Parameters:
    ///   - pipIndexURL: The URL of pip's package index; `nil` writes no option.
    ///   - pipPackages: The pip requirements; `nil` means azureml-defaults.
    ///   - condaPackages: The conda packages besides Python.
    ///   - pythonVersion: The Python version; 3.10.18 by default.
    ///   - pinSDKVersion: Whether azureml packages without a version are pinned with `~=1.61.0`.
    /// - Returns: The specification, with the channels anaconda and conda-forge.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.create(…)`
    public static func create(
        pipIndexURL: String? = nil,
        pipPackages: [String]? = nil,
        condaPackages: [String]? = nil,
        pythonVersion: String = defaultPythonVersion,
        pinSDKVersion: Bool = false
    ) throws -> CondaDependencies {
        var dependencies = CondaDependencies()
        try dependencies.setPythonVersion(pythonVersion)
        if pipPackages != nil {
            for package in dependencies.pipPackages { try dependencies.removePipPackage(package) }
        }
        for package in pipPackages ?? dependencies.pipPackages {
            let isPinned = pinSDKVersion && isUnpinnedSDKPackage(package)
            try dependencies.addPipPackage(isPinned ? "\(package)~=\(sdkVersion)" : package)
        }
        if let pipIndexURL { try dependencies.setPipIndexURL(pipIndexURL) }
        for package in condaPackages ?? [] { try dependencies.addCondaPackage(package) }
        return dependencies
    }

    /// Creates a specification from its data, in azureml-core's layout.
    ///
    /// - Throws: ``CondaDependenciesError`` with the code `structureInvalid` or `keyUnknown`.
    package init(data: JSONValue) throws(CondaDependenciesError) {
        let text: [UInt8]
        do {
            text = try YAMLText.block(of: data)
        } catch {
            throw CondaDependenciesError(error)
        }
        try self.init(parsing: text, file: nil)
    }

    private static func isUnpinnedSDKPackage(_ package: String) -> Bool {
        package.wholeMatch(of: /azureml-[A-Za-z0-9-]+(?:\[[^\]]*\])?/) != nil
    }
}
