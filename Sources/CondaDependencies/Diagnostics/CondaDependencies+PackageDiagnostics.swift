internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Finds texts that conda or pip cannot read, and mappings in place of a package.
    func unparsedPackages(_ packages: SpecificationPackages, in document: YAMLDocument) -> [Finding] {
        packages.dependencies.flatMap { item in
            guard let entry = item.entry else { return strayColons(in: item.node, of: document) }
            return document.finding(at: item.node, of: entry, CondaDiagnostics.matchSpecInvalid).map { [$0] } ?? []
        }
            + packages.pipItems.compactMap { item in
                document.finding(at: item.node, of: item.entry, CondaDiagnostics.requirementInvalid)
            }
    }

    private func strayColons(in item: YAMLNode, of document: YAMLDocument) -> [Finding] {
        document.pairs(of: item).filter { document.string(of: $0.key) != "pip" }.map { key, value in
            let package = document.string(of: key)
            let isText = document.kind(of: value) == .scalar
            let version = isText ? document.string(of: value) : "…"
            let isBare = isText && document.isNull(value)
            let written = isBare ? "\(package):" : "\(package): \(version)"
            let meant = isBare ? package : "\(package)=\(version)"
            return Finding(node: key, column: package.utf8.count + 1) {
                CondaDiagnostics.strayColon(written, meant: meant, isText: isText, at: $0)
            }
        }
    }
}

extension YAMLDocument {
    /// Returns the finding of an unreadable string entry; numbers, dates and others have their own diagnostic.
    fileprivate func finding<Package>(
        at node: YAMLNode,
        of entry: ParsedEntry<Package>,
        _ diagnostic: @escaping (String, LocalizedText, SourceLocation?) -> Diagnostic
    ) -> CondaDependencies.Finding? {
        guard case .failure(let error) = entry.package, case .string = scalar(of: node) else { return nil }
        return CondaDependencies.Finding(node: node, column: error.column) {
            diagnostic(entry.text, error.reason.text, $0)
        }
    }
}
