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
    /// Names compare as conda and pip compare them. An entry such as `numpy=1.26` or `numpy>=1.20,<2` is compared with
    /// the constraint in conda's order or in that of PEP 440: it is certain when every version that it allows is looked
    /// for, no match when none is, and else possible. What a Dockerfile or an image installs is not seen.
    ///
    /// > Python: none; azureml-core cannot search
    ///
    /// - Parameters:
    ///   - package: The package's name.
    ///   - version: Conditions as conda and pip write them: `>=1.26,<2`, `1.25.*|>=2`, `~=1.4`; a version alone means this
    ///     one. Any version without it.
    ///   - allVersions: Whether to look into all versions of the environments with the archived ones, and not only into
    ///     the latest.
    /// - Returns: The entries that name the package, and what could not be looked into.
    /// - Throws: ``EnvironmentError`` with the code `searchInvalid` when the name or the constraint cannot be read;
    ///   `WorkspaceError` when the workspace cannot be read; `CancellationError` when the task is cancelled.
    public func search(
        package: String,
        version: String? = nil,
        allVersions: Bool = false
    ) async throws -> PackageSearchResult {
        let search = try PackageSearch(package: package, version: version)
        var result = PackageSearchResult()
        let unreadable = try await workspace.store.forEach(allVersions ? .all : .latest, in: .environments) { stored in
            search.look(into: stored, &result)
        }
        result.diagnostics += unreadable
        return result
    }
}

/// What is looked for in environments.
private struct PackageSearch {
    private let name: PackageName
    private let constraint: VersionConstraint?

    init(package: String, version: String?) throws(EnvironmentError) {
        guard let name = PackageName(package) else {
            throw EnvironmentError(
                .searchInvalid,
                "'\(package)' is no name of a package",
                hint: "write the name alone, and conditions on its version as 'version:'"
            )
        }
        self.name = name
        do {
            constraint = try version.map { text throws(PackageSyntaxError) in try VersionConstraint(text) }
        } catch {
            throw EnvironmentError(
                .searchInvalid,
                "'\(version ?? "")' is no condition on versions: \(error)",
                hint: "write conditions such as '>=1.26,<2' or '1.25.*|>=2'",
                underlying: error
            )
        }
    }

    func look(into stored: StoredDocument, _ result: inout PackageSearchResult) {
        let environment: Environment
        do {
            environment = try Environment(stored)
        } catch {
            result.diagnostics.append(.definitionDamaged(stored, error))
            return
        }
        let specification = environment.python.condaDependencies
        let packages = specification.packages
        result.diagnostics += specification.diagnostics(of: packages).filter {
            CondaDiagnostics.unreadableEntries.contains($0.code)
        }
        result.diagnostics += packages.requirementsFileLines.map { .unseenRequirements($0, stored) }
        for reference in packages.references where name.isName(of: reference) {
            if let constraint, !reference.isComparable(with: constraint) {
                result.diagnostics.append(.versionNotCompared(reference.entry, stored))
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
    }
}

extension Diagnostic {
    fileprivate static func versionNotCompared(_ entry: String, _ stored: StoredDocument) -> Diagnostic {
        Diagnostic(
            code: "version-not-compared",
            severity: .warning,
            message: LocalizedText(
                english: "The version of '\(entry)' cannot be compared with what is looked for.",
                japanese: "「\(entry)」のバージョンは検索条件と比較できません。"
            ),
            location: stored.specificationLocation
        )
    }

    fileprivate static func unseenRequirements(_ line: String, _ stored: StoredDocument) -> Diagnostic {
        Diagnostic(
            code: "requirements-not-seen",
            severity: .warning,
            message: LocalizedText(
                english: "The file of '\(line)' is no part of the environment, so its packages are not looked into.",
                japanese: "「\(line)」のファイルは環境に含まれていないため、その中のパッケージは検索されません。"
            ),
            location: stored.specificationLocation
        )
    }
}

extension StoredDocument {
    fileprivate var specificationLocation: SourceLocation {
        SourceLocation(file: "\(name):\(version)/\(EnvironmentFiles.condaDependenciesName)")
    }
}
