/// What an entry of a conda specification says of one package.
package struct PackageReference: Sendable, Hashable {
    package enum Source: Sendable, Hashable { case conda, pip }

    /// The versions that an entry leaves open.
    enum Range: Sendable, Hashable {
        /// One version.
        case exactly(String)
        /// That version and those below it: `=1.26` of conda, `==1.26.*` of pip.
        case anyBelow(String)
        /// More than one, or none that can be seen.
        case open
    }

    package let source: Source
    /// The entry as the file spells it.
    package let entry: String
    /// The name as the package manager compares it.
    package let name: String
    /// Whether it is installed under a condition only.
    let isConditional: Bool
    let range: Range

    /// How sure it is that a version that fulfils the constraint is installed.
    package func answer(to constraint: VersionConstraint?) -> VersionConstraint.Answer {
        let most = isConditional ? VersionConstraint.Answer.possible : .certain
        guard let constraint else { return most }
        return switch source {
        case .conda: min(most, answer(to: constraint, as: CondaVersion.self))
        case .pip: min(most, answer(to: constraint, as: PipVersion.self))
        }
    }

    /// Whether the version that the entry asks for can be compared at all.
    package var isReadable: Bool {
        switch (range, source) {
        case (.open, _): true
        case (.exactly(let version), .conda), (.anyBelow(let version), .conda): CondaVersion(version) != nil
        case (.exactly(let version), .pip), (.anyBelow(let version), .pip): PipVersion(version) != nil
        }
    }

    private func answer<Version: PackageVersion>(
        to constraint: VersionConstraint,
        as kind: Version.Type
    ) -> VersionConstraint.Answer {
        switch range {
        case .exactly(let text): Version(text).map { constraint.answer(for: $0) } ?? .possible
        case .anyBelow(let text): Version(text).map { constraint.answer(forAnyBelow: $0) } ?? .possible
        case .open: .possible
        }
    }
}

extension PackageReference {
    /// What a match spec asks for; where only its name can be read, every version is possible.
    ///
    /// - Parameter condaEntry: The entry; `nil` comes back when no name can be seen in it.
    package init?(condaEntry: String) {
        guard let name = CondaMatchSpec.packageName(in: condaEntry) else { return nil }
        let spec = try? CondaMatchSpec(parsing: condaEntry)
        self.init(
            source: .conda,
            entry: condaEntry,
            name: name,
            isConditional: false,
            range: spec.map(Self.range) ?? .open
        )
    }

    private static func range(of spec: CondaMatchSpec) -> Range {
        guard let pinned = spec.pinnedVersion, let version = spec.version else { return .open }
        if version.hasSuffix("*") { return .anyBelow(pinned) }
        // With a build behind it, `=` asks for one version.
        let isPrefix = version.hasPrefix("=") && !version.hasPrefix("==") && spec.build == nil
        return isPrefix ? .anyBelow(pinned) : .exactly(pinned)
    }

    /// What a line of requirements asks for; where only its name can be read, every version is possible.
    ///
    /// - Parameter pipEntry: The line; `nil` comes back when no name can be seen in it.
    package init?(pipEntry: String) {
        guard let name = PipRequirement.normalizedName(in: pipEntry) else { return nil }
        let requirement = try? PipRequirement(parsing: pipEntry)
        self.init(
            source: .pip,
            entry: pipEntry,
            name: name,
            isConditional: requirement?.marker != nil,
            range: requirement.map(Self.range) ?? .open
        )
    }

    private static func range(of requirement: PipRequirement) -> Range {
        guard let version = requirement.version else {
            return wheelVersion(of: requirement).map(Range.exactly) ?? .open
        }
        let ranges = version.split(separator: ",").map { range(ofSpecifier: $0.trimmingBlanks) }
        return ranges.first { if case .exactly = $0 { true } else { false } }
            ?? (ranges.count == 1 ? ranges[0] : .open)
    }

    private static func range(ofSpecifier text: Substring) -> Range {
        guard text.hasPrefix("==") else { return .open }
        let version = text.drop { $0 == "=" }.trimmingBlanks
        return version.hasSuffix(".*") ? .anyBelow(String(version.dropLast(2))) : .exactly(String(version))
    }

    /// The version in the file name of a wheel, behind the distribution's name.
    ///
    /// Source: PEP 427.
    private static func wheelVersion(of requirement: PipRequirement) -> String? {
        guard let file = requirement.url?.split(separator: "/").last else { return nil }
        let path = file.prefix { $0 != "#" && $0 != "?" }
        let parts = path.split(separator: "-", omittingEmptySubsequences: false)
        guard path.hasSuffix(".whl"), parts.count == 5 || parts.count == 6 else { return nil }
        return String(parts[1])
    }
}

extension CondaDependencies {
    /// What each entry of the specification asks for, conda's first.
    package var packageReferences: [PackageReference] {
        // Among pip's options is `-e`, which names a package too.
        condaPackages.compactMap(PackageReference.init(condaEntry:))
            + (pipPackages + pipOptions).compactMap(PackageReference.init(pipEntry:))
    }

    /// The lines that name a file with more requirements, which is no part of the specification.
    package var requirementsFileLines: [String] {
        pipOptions.filter { ["-r", "--requirement"].contains(PipRequirement.optionName(in: $0)) }
    }
}

extension PipRequirement {
    /// A package's name as pip compares it: lower case, runs of `-`, `_` and `.` as one `-`.
    package static func normalizedName(of name: String) -> String { normalized(name.utf8) }
}
