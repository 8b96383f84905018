internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Creates a specification from lists of packages.
    ///
    /// azureml-core always writes two pip options before the packages, so its specification, and with it the name that
    /// Azure gives the environment, differs from this one unless `pipOptions` has the same two lines. An option that
    /// ``setPipOption(_:)`` adds comes after the packages and gives another name.
    ///
    /// - Parameters:
    ///   - pipIndexURL: The URL of pip's package index; `nil` writes no option.
    ///   - pipPackages: The pip requirements; `nil` means azureml-defaults.
    ///   - condaPackages: The conda packages besides Python.
    ///   - pythonVersion: The Python version; 3.10.18 by default.
    ///   - pinSDKVersion: Whether azureml packages without a version are pinned with `~=1.61.0`.
    ///   - pipOptions: Lines of pip options, which come before the packages.
    /// - Returns: The specification, with the channels anaconda and conda-forge.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.create(…)`
    public static func create(
        pipIndexURL: String? = nil,
        pipPackages: [String]? = nil,
        condaPackages: [String]? = nil,
        pythonVersion: String = defaultPythonVersion,
        pinSDKVersion: Bool = false,
        pipOptions: [String] = []
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
        for option in pipOptions { _ = try dependencies.requireWholeOption(option) }
        if !pipOptions.isEmpty { try dependencies.setPipRequirements(pipOptions + dependencies.pipPackages) }
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
