extension CondaDependencies {
    /// Joins the version constraints of requirements that name the same package: `a>=1` and `A<2` give `a>=1,<2`.
    ///
    /// A requirement with a marker, a URL or options keeps its own line.
    ///
    /// - Parameter requirements: Requirement lines.
    /// - Returns: The lines, in the order of first mention.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.merge_requirements(requirements)`
    public static func mergeRequirements(_ requirements: [String]) -> [String] {
        var lines: [String] = []
        var positions: [String: Int] = [:]
        for line in requirements {
            guard let requirement = try? PipRequirement(parsing: line), requirement.isConstraint,
                let name = requirement.normalizedName
            else {
                lines.append(line)
                continue
            }
            let key = "\(name)[\(requirement.extras.joined(separator: ","))]"
            if let position = positions[key] {
                let hasVersion = lines[position].utf8.contains { $0.isOne(of: "<", ">", "=", "!", "~") }
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
