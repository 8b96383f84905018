internal import AzureMLSupport
internal import CondaDependencies
internal import Workspace

extension WorkspaceEnvironments {
    /// Finds the environments whose conda specification names a package.
    ///
    /// ```swift
    /// let found = try await ws.environments.search(package: "numpy", version: ">=1.26,<2")
    /// for match in found.matches where match.certainty == .certain { print(match.name, match.version) }
    /// ```
    ///
    /// Names are compared as conda and pip compare them. An entry such as `numpy=1.26` or `numpy>=1.20,<2` is compared
    /// with the constraint in conda's version order or in that of PEP 440. The match is certain when every version that
    /// the entry allows meets the constraint. There is no match when no such version meets it, and a possible match
    /// otherwise. Packages that a Dockerfile or an image installs are not found.
    ///
    /// > Python: none; azureml-core cannot search
    ///
    /// - Parameters:
    ///   - package: The package's name.
    ///   - version: A constraint as conda or pip writes it: `>=1.26,<2`, `1.25.*|>=2`, `~=1.4`. A version alone means
    ///     exactly that version, and `nil` means any version.
    ///   - allVersions: Whether to search all versions of the environments, including archived ones, instead of only
    ///     the latest.
    /// - Returns: The entries that name the package, and diagnostics for what could not be searched.
    /// - Throws: ``EnvironmentError`` with the code `searchInvalid` when the name or the constraint cannot be read;
    ///   `WorkspaceError` when the workspace cannot be read; `CancellationError` when the task is cancelled.
    public func search(
        package: String,
        version: String? = nil,
        allVersions: Bool = false
    ) async throws -> PackageSearchResult {
        let search = try PackageSearch(package: package, version: version)
        let (found, unreadable) = try await workspace.store.map(
            allVersions ? .all : .latest,
            meeting: FileCondition(on: EnvironmentFiles.condaDependenciesName, search.name.canBeNamed),
            in: .environments
        ) { search.result(in: $0) }
        return PackageSearchResult(
            matches: found.flatMap(\.matches),
            diagnostics: found.flatMap(\.diagnostics) + unreadable.map(\.finding)
        )
    }
}

/// The package name and the version constraint to search for.
private struct PackageSearch: Sendable {
    let name: PackageName
    private let constraint: VersionConstraint?

    init(package: String, version: String?) throws(EnvironmentError) {
        guard let name = PackageName(package) else {
            throw EnvironmentError(
                .searchInvalid,
                "'\(package)' is not a package name",
                hint: "give only the name here, and a version constraint as 'version:'"
            )
        }
        self.name = name
        constraint = try version.map { text throws(EnvironmentError) in try Self.constraint(text) }
    }

    private static func constraint(_ text: String) throws(EnvironmentError) -> VersionConstraint {
        do {
            return try VersionConstraint(text)
        } catch {
            throw EnvironmentError(
                .searchInvalid,
                "'\(text)' is not a version constraint: \(error.reason.text.english)",
                at: SourceLocation(file: nil, bytes: Array(text.utf8), offset: error.column - 1),
                hint: "write a constraint such as '>=1.26,<2' or '1.25.*|>=2'"
            )
        }
    }

    func result(in stored: StoredDocument) -> PackageSearchResult {
        var result = PackageSearchResult()
        let environment: Environment
        do {
            environment = try Environment(stored, findsDiagnostics: false)
        } catch {
            result.diagnostics.append(EnvironmentDiagnostics.definitionDamaged(stored, error))
            return result
        }
        let specification = environment.python.condaDependencies
        let packages = specification.packages
        result.diagnostics += specification.unreadableEntries(among: packages)
        result.diagnostics += packages.requirementsFileLines.map { line in
            EnvironmentDiagnostics.requirementsNotSeen(line, at: stored.specificationLocation)
        }
        for reference in packages.references where name.isName(of: reference) {
            if let constraint, !reference.isComparable(with: constraint) {
                result.diagnostics.append(
                    EnvironmentDiagnostics.versionNotCompared(reference.entry, at: stored.specificationLocation)
                )
            }
            let certainty: PackageMatch.Certainty
            switch reference.answer(to: constraint) {
            case .no: continue
            case .possible: certainty = .possible
            case .certain: certainty = .certain
            }
            result.matches.append(
                PackageMatch(
                    name: stored.name,
                    version: stored.version,
                    packageManager: reference.source == .conda ? .conda : .pip,
                    entry: reference.entry,
                    certainty: certainty
                )
            )
        }
        return result
    }
}

extension StoredDocument {
    fileprivate var specificationLocation: SourceLocation {
        SourceLocation(file: "\(name):\(version)/\(EnvironmentFiles.condaDependenciesName)")
    }
}
