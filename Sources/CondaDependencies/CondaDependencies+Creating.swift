internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// The version of the azureml packages that this SDK stands for.
    private static let sdkVersion = "1.61.0"

    /// Makes a specification from lists of packages.
    ///
    /// - Parameters:
    ///   - pipIndexURL: The package index for pip; without one no option is written.
    ///   - pipPackages: The pip requirements; azureml-defaults without them.
    ///   - condaPackages: The conda packages beside Python.
    ///   - pythonVersion: The version of Python.
    ///   - pinSDKVersion: Whether azureml packages without a version are pinned to 1.61.0.
    /// - Returns: The specification, on the channels anaconda and conda-forge.
    /// - Throws: ``CondaDependenciesError`` with the code `invalidValue`.
    ///
    /// > Python: `CondaDependencies.create(…)`
    public static func create(
        pipIndexURL: String? = nil,
        pipPackages: [String]? = nil,
        condaPackages: [String]? = nil,
        pythonVersion: String = "3.10.18",
        pinSDKVersion: Bool = false
    ) throws -> CondaDependencies {
        var dependencies = CondaDependencies()
        try dependencies.setPythonVersion(pythonVersion)
        if let pipPackages {
            for package in dependencies.pipPackages { try dependencies.removePipPackage(package) }
            for package in pipPackages { try dependencies.addPipPackage(package) }
        }
        if pinSDKVersion {
            for package in dependencies.pipPackages where isUnpinnedSDKPackage(package) {
                try dependencies.addPipPackage("\(package)~=\(sdkVersion)")
            }
        }
        if let pipIndexURL { try dependencies.setPipIndexURL(pipIndexURL) }
        for package in condaPackages ?? [] { try dependencies.addCondaPackage(package) }
        return dependencies
    }

    /// Joins the version constraints of requirements that name the same package: `a>=1` and `a<2` give `a>=1,<2`.
    ///
    /// - Parameter requirements: Requirement lines.
    /// - Returns: One line for each package, in the order of first mention.
    ///
    /// > Python: `CondaDependencies.merge_requirements(requirements)`
    public static func mergeRequirements(_ requirements: [String]) -> [String] {
        var names: [String] = []
        var constraints: [String: [String]] = [:]
        for requirement in requirements {
            let name = String(requirement.prefix { !"[=|<>~!".contains($0) })
            if constraints[name] == nil { names.append(name) }
            let constraint = String(requirement.dropFirst(name.count).trimmingBlanks)
            constraints[name, default: []] += constraint.isEmpty ? [] : [constraint]
        }
        return names.map { $0 + constraints[$0, default: []].joined(separator: ",") }
    }

    /// Makes a specification from its data, in azureml-core's layout.
    ///
    /// - Throws: ``CondaDependenciesError`` with the code `invalidStructure` or `unknownKey`.
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
