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
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.create(…)`
    public static func create(
        pipIndexURL: String? = nil,
        pipPackages: [String]? = nil,
        condaPackages: [String]? = nil,
        pythonVersion: String = "3.10.18",
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

    /// Joins the version constraints of requirements that name the same package: `a>=1` and `A<2` give `a>=1,<2`.
    ///
    /// A requirement with a marker, a URL or options of its own stays a line of its own.
    ///
    /// - Parameter requirements: Requirement lines.
    /// - Returns: The lines, in the order of first mention.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.merge_requirements(requirements)`
    public static func mergeRequirements(_ requirements: [String]) -> [String] {
        var lines: [String] = []
        var positions: [String: Int] = [:]
        for line in requirements {
            guard let requirement = try? PipRequirement(line), requirement.isConstraint,
                let name = requirement.normalizedName
            else {
                lines.append(line)
                continue
            }
            let key = "\(name)[\(requirement.extras.joined(separator: ","))]"
            if let position = positions[key] {
                let hasVersion = lines[position].utf8.contains { "<>=!~".utf8.contains($0) }
                lines[position] += requirement.version.map { hasVersion ? ",\($0.text)" : $0.text } ?? ""
            } else {
                positions[key] = lines.count
                lines.append(String(line.trimmingBlanks))
            }
        }
        return lines
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

extension PipRequirement {
    /// Whether this is a name with or without versions, and nothing else.
    fileprivate var isConstraint: Bool {
        kind == .package && url == nil && marker == nil && requirementOptions.isEmpty
            && !text.utf8.contains { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "(") }
    }
}
