extension CondaDependencies {
    /// Adds the channels, conda packages and pip packages of another specification, each as if it were added alone.
    ///
    /// - Parameter other: The specification whose entries are added.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue`, or `cannotEdit` with the place; then nothing is
    ///   added.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies._merge_dependencies(conda_dependencies)`
    public mutating func mergeDependencies(_ other: CondaDependencies) throws {
        var merged = self
        for channel in other.condaChannels { try merged.addChannel(channel) }
        for package in other.condaPackages { try merged.addCondaPackage(package) }
        for package in other.pipPackages { try merged.addPipPackage(package) }
        self = merged
    }

    /// The number of packages in azureml-core's default specification.
    ///
    /// - Returns: The conda packages, Python among them, and the pip packages.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.get_default_number_of_packages()`
    public func getDefaultNumberOfPackages() -> (condaPackages: Int, pipPackages: Int) {
        let template = CondaDependencies()
        return (template.condaPackages.count, template.pipPackages.count)
    }
}
