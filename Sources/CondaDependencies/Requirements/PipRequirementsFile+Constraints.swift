internal import AzureMLSupport

extension PipRequirementsFile {
    /// The maximum number of bytes that constraints add to the requirements.
    private static let maximumAddition = 1 << 20

    /// Merges constraints into the requirements for the same packages.
    ///
    /// A specification has no place for constraints. A constraint on a package that is not listed cannot be kept: as a
    /// requirement, it would install that package.
    ///
    /// - Throws: ``CondaDependenciesError`` with the code `tooLarge`: every requirement for a package gets all of its
    ///   constraints, which can be far more text than the files have.
    mutating func applyConstraints() throws(CondaDependenciesError) {
        guard !constraints.isEmpty else { return }
        var packages = listedPackages
        var lost: [RequirementsFileLine] = []
        for line in constraints {
            guard line.isPlain, let wanted = line.requirement, let name = wanted.normalizedName else {
                lost.append(line)
                continue
            }
            guard let version = wanted.version else { continue }
            let isKept = packages[name]?.add(version.text, marker: wanted.marker) ?? false
            if !isKept { lost.append(line) }
        }
        try narrow(packages)
        reportLost(lost)
    }

    private var listedPackages: [String: ListedPackage] {
        var packages: [String: ListedPackage] = [:]
        for line in lines {
            guard let requirement = line.requirement, requirement.kind == .package, let name = line.entry.name
            else { continue }
            packages[name, default: ListedPackage()].add(requirement)
        }
        return packages
    }

    private mutating func narrow(_ packages: [String: ListedPackage]) throws(CondaDependenciesError) {
        var size = 0
        // Requirements for one package with the same marker get the same text.
        var versions: [Condition: String] = [:]
        for (position, line) in lines.enumerated() {
            guard let requirement = line.requirement, requirement.kind == .package, requirement.url == nil,
                let name = line.entry.name, let package = packages[name], package.hasConstraints
            else { continue }
            let condition = Condition(package: name, marker: requirement.marker)
            let allowed = versions[condition] ?? package.versions(forMarker: requirement.marker)
            versions[condition] = allowed
            guard !allowed.isEmpty else { continue }
            size += allowed.utf8.count
            try requireSize(size, at: line.location)
            replaceRequirement(at: position, with: requirement.narrowed(to: allowed))
        }
    }

    private func requireSize(_ size: Int, at location: SourceLocation) throws(CondaDependenciesError) {
        guard size > Self.maximumAddition else { return }
        throw CondaDependenciesError(
            .tooLarge,
            "the constraints add more than \(Self.maximumAddition) bytes to the requirements",
            at: location,
            hint: "list each package once"
        )
    }

    private mutating func reportLost(_ lost: [RequirementsFileLine]) {
        guard let first = lost.first else { return }
        let names = lost.prefix(5).map { $0.requirement?.name ?? $0.entry.text }.joined(separator: ", ")
        let rest = lost.count > 5 ? " (+\(lost.count - 5))" : ""
        lostConstraints.append(CondaDiagnostics.constraintsLost("\(names)\(rest)", at: first.location))
    }
}

/// The requirements to which the same constraints apply.
private struct Condition: Hashable {
    let package: String
    let marker: String?
}

/// The requirements for one package, and the constraints on it.
private struct ListedPackage {
    /// The different markers of the requirements whose versions can be limited.
    private var markers: Set<String?> = []
    /// Whether a URL names a version of the package, which nothing can limit.
    private var hasURL = false
    /// The versions that constraints allow, each once, with their order, by marker.
    private var versions: [String?: [(order: Int, text: String)]] = [:]
    private var known: Set<[String?]> = []

    var hasConstraints: Bool { !versions.isEmpty }

    mutating func add(_ requirement: PipRequirement) {
        guard requirement.url == nil else {
            hasURL = true
            return
        }
        markers.insert(requirement.marker)
    }

    /// Adds a constraint.
    ///
    /// - Returns: Whether it limits all requirements for the package.
    mutating func add(_ version: String, marker: String?) -> Bool {
        if known.insert([version, marker]).inserted {
            versions[marker, default: []].append((order: known.count, text: version))
        }
        return !hasURL && !markers.isEmpty && (marker == nil || markers == [marker])
    }

    /// The versions that all constraints on a requirement with that marker allow, in order.
    func versions(forMarker marker: String?) -> String {
        let own = marker == nil ? [] : versions[marker] ?? []
        return ((versions[nil] ?? []) + own).sorted { $0.order < $1.order }.map(\.text).joined(separator: ",")
    }
}

extension PipRequirement {
    /// Returns the text of the requirement with additional version specifiers.
    fileprivate func narrowed(to constraints: String) -> String {
        let extras = extras.isEmpty ? "" : "[\(self.extras.joined(separator: ","))]"
        let versions = [version?.text, constraints].compactMap(\.self).joined(separator: ",")
        let marker = marker.map { " ; \($0)" } ?? ""
        let options = requirementOptions.map { " \($0.text)" }.joined()
        return "\(name ?? "")\(extras)\(versions)\(marker)\(options)"
    }
}
