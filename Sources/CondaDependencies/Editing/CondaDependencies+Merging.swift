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
}

extension PipRequirement {
    /// Whether this is a name with or without versions, and nothing else.
    fileprivate var isConstraint: Bool {
        kind == .package && url == nil && marker == nil && requirementOptions.isEmpty
            && !text.utf8.contains { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "(") }
    }
}
