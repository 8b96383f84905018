internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Finds entries that conda, pip or the image build cannot use, and mappings in place of a package.
    func packageFindings(_ packages: SpecificationPackages, in document: YAMLDocument) -> [Finding] {
        packages.dependencies.flatMap { item in
            guard let entry = item.entry else { return strayColons(in: item.node, of: document) }
            return document.findings(at: item.node, entry.findings)
        }
            + packages.pipItems.flatMap { document.findings(at: $0.node, $0.entry.findings) }
            + localChannels(in: document) + repeatedPipSections(in: document)
    }

    private func strayColons(in item: YAMLNode, of document: YAMLDocument) -> [Finding] {
        guard !document.isTemplate(item) else {
            return [Finding(node: item, isUnreadableEntry: true) { CondaDiagnostics.templateItem(at: $0) }]
        }
        return document.pairs(of: item).filter { document.string(of: $0.key) != "pip" }.map { key, value in
            let mapping = StrayMapping(key, value, in: document)
            return Finding(node: key, column: mapping.key.utf8.count + 1, isUnreadableEntry: true) {
                CondaDiagnostics.strayColon(mapping, at: $0)
            }
        }
    }

    private func localChannels(in document: YAMLDocument) -> [Finding] {
        document.channelEntries.compactMap { node in
            let channel = document.string(of: node)
            guard LocalPlace.isLocalChannel(channel) else { return nil }
            return Finding(node: node) { CondaDiagnostics.channelNotReachable(channel, at: $0) }
        }
    }

    private func repeatedPipSections(in document: YAMLDocument) -> [Finding] {
        let lists = document.pipLists
        return lists.dropLast().compactMap { list in
            guard let key = document.keyOfValue(list) else { return nil }
            return Finding(node: key) { CondaDiagnostics.pipSectionRepeated(count: lists.count, at: $0) }
        }
    }
}

extension YAMLDocument {
    /// Returns the findings of a string entry; numbers, dates and others have their own diagnostic.
    fileprivate func findings(at node: YAMLNode, _ findings: [EntryFinding]) -> [CondaDependencies.Finding] {
        guard !findings.isEmpty, case .string = scalar(of: node) else { return [] }
        return findings.map {
            CondaDependencies.Finding(
                node: node,
                column: $0.column,
                isUnreadableEntry: $0.isUnreadableEntry,
                diagnostic: $0.diagnostic
            )
        }
    }
}
