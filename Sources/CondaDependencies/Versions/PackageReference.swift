/// A package that an entry of a conda specification asks for, with its versions.
package struct PackageReference: Sendable, Hashable {
    package enum Source: Sendable, Hashable { case conda, pip }

    package let source: Source
    /// The entry as the file spells it.
    package let entry: String
    /// The name as the package manager compares it.
    package let name: String
    /// Whether the package is installed only under a condition.
    let isConditional: Bool
    let versions: Versions

    enum Versions: Sendable, Hashable {
        case any
        case fulfilling(VersionConstraint)
        /// The entry's version has a form that cannot be compared here.
        case unreadable
    }

    /// Returns whether the versions that the entry allows certainly, possibly or never satisfy the constraint.
    package func answer(to constraint: VersionConstraint?) -> VersionConstraint.Answer {
        let most = isConditional ? VersionConstraint.Answer.possible : .certain
        guard let constraint else { return most }
        guard case .fulfilling(let own) = versions else { return .possible }
        return switch source {
        case .conda: min(most, constraint.answer(forAll: own, as: CondaVersion.self))
        case .pip: min(most, constraint.answer(forAll: own, as: PipVersion.self))
        }
    }

    /// Whether the versions that the entry allows can be compared with those of the constraint.
    package func isComparable(with constraint: VersionConstraint) -> Bool {
        isReadable(constraint) && isReadable
    }

    /// Whether the versions that the entry allows can be compared at all.
    var isReadable: Bool {
        switch versions {
        case .any: true
        case .fulfilling(let constraint): isReadable(constraint)
        case .unreadable: false
        }
    }

    private func isReadable(_ constraint: VersionConstraint) -> Bool {
        switch source {
        case .conda: constraint.isReadable(as: CondaVersion.self)
        case .pip: constraint.isReadable(as: PipVersion.self)
        }
    }
}

extension PackageReference {
    /// Creates a reference from a match spec. If only the name can be read, any version is possible.
    ///
    /// - Parameter entry: The entry; the result is `nil` when it has no recognizable name.
    init?(_ entry: ParsedEntry<CondaMatchSpec>) {
        guard let name = entry.name else { return nil }
        let versions: Versions =
            switch entry.package {
            case .success(let spec): spec.version.map(Versions.fulfilling) ?? .any
            case .failure: .unreadable
            }
        self.init(source: .conda, entry: entry.text, name: name, isConditional: false, versions: versions)
    }

    /// Creates a reference from a requirement line. If only the name can be read, any version is possible.
    ///
    /// - Parameter entry: The line; the result is `nil` when it has no recognizable name.
    init?(_ entry: ParsedEntry<PipRequirement>) {
        guard let name = entry.name else { return nil }
        guard case .success(let requirement) = entry.package else {
            self.init(source: .pip, entry: entry.text, name: name, isConditional: false, versions: .unreadable)
            return
        }
        self.init(
            source: .pip,
            entry: entry.text,
            name: name,
            isConditional: requirement.marker != nil,
            versions: (requirement.version ?? requirement.file?.versionConstraint).map(Versions.fulfilling) ?? .any
        )
    }
}

extension DistributionFileName {
    /// The constraint that allows only the file's version.
    fileprivate var versionConstraint: VersionConstraint {
        let conditions = PipVersion(version).map { version in
            VersionConditions(VersionCondition(comparison: .equal, isNegated: false, pip: version))
        }
        return VersionConstraint(text: version, conditions: conditions)
    }
}
