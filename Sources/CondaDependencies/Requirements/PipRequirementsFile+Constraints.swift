internal import AzureMLSupport

extension PipRequirementsFile {
    /// Merges constraints into the requirements for the same packages.
    ///
    /// A specification has no place for constraints. A constraint on a package that is not listed cannot be kept: as a
    /// requirement, it would install that package.
    mutating func applyConstraints() {
        guard !constraints.isEmpty else { return }
        let positions = positionsByName
        var lost: [RequirementsFileLine] = []
        for constraint in constraints where !apply(constraint, to: positions) { lost.append(constraint) }
        guard let first = lost.first else { return }
        let names = lost.prefix(5).map { $0.requirement?.name ?? $0.entry.text }.joined(separator: ", ")
        let rest = lost.count > 5 ? " (+\(lost.count - 5))" : ""
        lostConstraints.append(CondaDiagnostics.constraintsLost("\(names)\(rest)", at: first.location))
    }

    private var positionsByName: [String: [Int]] {
        var positions: [String: [Int]] = [:]
        for (position, line) in lines.enumerated() {
            guard let requirement = line.requirement, requirement.kind == .package, let name = line.entry.name
            else { continue }
            positions[name, default: []].append(position)
        }
        return positions
    }

    /// Merges a constraint into the requirements for its package.
    ///
    /// - Returns: Whether nothing of the constraint is lost.
    private mutating func apply(_ constraint: RequirementsFileLine, to positions: [String: [Int]]) -> Bool {
        guard constraint.isPlain, let wanted = constraint.requirement else { return false }
        guard let version = wanted.version else { return true }
        guard let name = wanted.normalizedName, let found = positions[name] else { return false }
        for position in found {
            guard let requirement = lines[position].requirement, requirement.url == nil,
                wanted.marker == nil || wanted.marker == requirement.marker
            else { return false }
            replaceRequirement(at: position, with: requirement.narrowed(to: version))
        }
        return true
    }
}

extension PipRequirement {
    /// Returns the text of the requirement with additional version specifiers.
    fileprivate func narrowed(to version: VersionConstraint) -> String {
        let extras = extras.isEmpty ? "" : "[\(self.extras.joined(separator: ","))]"
        let versions = [self.version, version].compactMap { $0?.text }.joined(separator: ",")
        let marker = marker.map { " ; \($0)" } ?? ""
        let options = requirementOptions.map { " \($0.text)" }.joined()
        return "\(name ?? "")\(extras)\(versions)\(marker)\(options)"
    }
}
