/// What an entry of a conda specification says of one package.
package struct PackageReference: Sendable, Hashable {
    package enum Source: Sendable, Hashable { case conda, pip }

    package let source: Source
    /// The entry as the file spells it.
    package let entry: String
    /// The name as the package manager compares it.
    package let name: String
    /// Whether it is installed under a condition only.
    let isConditional: Bool
    let versions: Versions

    enum Versions: Sendable, Hashable {
        case any
        case fulfilling(VersionConstraint)
        /// What the entry says of its version has a form that is not compared here.
        case unreadable
    }

    /// How sure it is that a version that the entry allows fulfils the constraint.
    package func answer(to constraint: VersionConstraint?) -> VersionConstraint.Answer {
        let most = isConditional ? VersionConstraint.Answer.possible : .certain
        guard let constraint else { return most }
        guard case .fulfilling(let own) = versions else { return .possible }
        return switch source {
        case .conda: min(most, constraint.answer(forAll: own, as: CondaVersion.self))
        case .pip: min(most, constraint.answer(forAll: own, as: PipVersion.self))
        }
    }

    /// Whether the versions that the entry allows can be compared at all.
    package var isReadable: Bool {
        switch (versions, source) {
        case (.any, _): true
        case (.fulfilling(let constraint), .conda): constraint.isReadable(as: CondaVersion.self)
        case (.fulfilling(let constraint), .pip): constraint.isReadable(as: PipVersion.self)
        case (.unreadable, _): false
        }
    }
}

extension PackageReference.Versions {
    /// What a constraint in an entry says; without one, any version.
    init(_ constraint: String?) {
        guard let constraint else {
            self = .any
            return
        }
        do throws(PackageSyntaxError) {
            self = .fulfilling(try VersionConstraint(constraint))
        } catch {
            self = .unreadable
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
            versions: spec.map { Versions(PackageReference.constraint(of: $0)) } ?? .unreadable
        )
    }

    private static func constraint(of spec: CondaMatchSpec) -> String? {
        guard let version = spec.version, spec.build != nil else { return spec.version }
        // With a build behind it, `=` asks for one version.
        return version.hasPrefix("=") && !version.hasPrefix("==") ? String(version.dropFirst()) : version
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
            versions: requirement.map { Versions($0.version ?? PackageReference.wheelVersion(of: $0)) } ?? .unreadable
        )
    }

    /// The version in the file name of a wheel, behind the distribution's name.
    ///
    /// Source: PEP 427.
    private static func wheelVersion(of requirement: PipRequirement) -> String? {
        guard let file = requirement.url?.split(separator: "/").last else { return nil }
        let path = file.prefix { $0 != "#" && $0 != "?" }
        let parts = path.split(separator: "-", omittingEmptySubsequences: false)
        guard path.hasSuffix(".whl"), parts.count == 5 || parts.count == 6 else { return nil }
        // An address has a local version such as `2.1.0+cu118` in this spelling.
        return String(parts[1].replacing("%2B", with: "+").replacing("%2b", with: "+"))
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

/// The name of a package that references are compared with.
package struct PackageName: Sendable, Hashable {
    private let condaName: String
    private let pipName: String

    /// A name alone; `nil` for anything else.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isInName) else { return nil }
        condaName = text.lowercased()
        pipName = PipRequirement.normalized(text.utf8)
    }

    /// Whether a reference names this package, as its package manager compares names.
    package func isName(of reference: PackageReference) -> Bool {
        let name = reference.source == .conda ? condaName : pipName
        return reference.name.exact == name.exact
    }
}
