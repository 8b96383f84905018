internal import AzureMLSupport
internal import LosslessYAML

extension CondaDependencies {
    /// Texts that neither conda nor pip could read, and mappings where a package was meant.
    func itemsThatAreNoPackages(_ document: YAMLDocument) -> [Finding] {
        document.dependencyItems.flatMap { item in
            document.kind(of: item) == .mapping
                ? strayColons(in: item, of: document) : invalidMatchSpec(item, in: document).map { [$0] } ?? []
        }
            + document.pipLists.flatMap { list in
                document.itemsOfList(list).compactMap { invalidPipRequirement($0, in: document) }
            }
    }

    private func invalidMatchSpec(_ item: YAMLNode, in document: YAMLDocument) -> Finding? {
        guard let text = document.packageText(of: item) else { return nil }
        do {
            _ = try CondaMatchSpec(parsing: text)
            return nil
        } catch {
            return Finding(
                node: item,
                column: error.column,
                code: "conda-spec-invalid",
                severity: .warning,
                message: LocalizedText(
                    english: "'\(text)' is not a conda package specification: \(error.reason.text.english).",
                    japanese: "「\(text)」は conda のパッケージ指定として解釈できません（\(error.reason.text.japanese)）。"
                ),
                hint: "write a name, and behind it a version if one is wanted, such as 'numpy=1.26'"
            )
        }
    }

    private func invalidPipRequirement(_ item: YAMLNode, in document: YAMLDocument) -> Finding? {
        guard let text = document.packageText(of: item) else { return nil }
        do {
            _ = try PipRequirement(parsing: text)
            return nil
        } catch {
            return Finding(
                node: item,
                column: error.column,
                code: "pip-requirement-invalid",
                severity: .warning,
                message: LocalizedText(
                    english: "'\(text)' is not a pip requirement: \(error.reason.text.english).",
                    japanese: "「\(text)」は pip の要件として解釈できません（\(error.reason.text.japanese)）。"
                ),
                hint: "write a name, and behind it a version if one is wanted, such as 'numpy==1.26.4'"
            )
        }
    }

    /// `- numpy: 1.26`, which azureml-core drops.
    private func strayColons(in item: YAMLNode, of document: YAMLDocument) -> [Finding] {
        document.pairs(of: item).filter { document.string(of: $0.key) != "pip" }.map { key, value in
            let package = document.string(of: key)
            let isText = document.kind(of: value) == .scalar
            let version = isText ? document.string(of: value) : "…"
            let isBare = isText && document.isNull(value)
            let written = isBare ? "\(package):" : "\(package): \(version)"
            let meant = isBare ? package : "\(package)=\(version)"
            return Finding(
                node: key,
                column: package.utf8.count + 1,
                code: "dependency-stray-colon",
                severity: .warning,
                message: LocalizedText(
                    english: "'\(written)' is a mapping, not a package; write '\(meant)'.",
                    japanese: "「\(written)」はパッケージ指定ではなくマッピングのため、「\(meant)」と書いてください。"
                ),
                hint: isText ? "write '\(meant)'" : "only 'pip:' has a list below it"
            )
        }
    }
}

extension YAMLDocument {
    /// The text of an item that is read as a text; numbers, dates and the like have a diagnostic of their own.
    fileprivate func packageText(of node: YAMLNode) -> String? {
        guard kind(of: node) == .scalar, case .string = scalar(of: node) else { return nil }
        return string(of: node)
    }
}

extension SourceLocation {
    /// The place of a column within a text that starts here, when the source spells the text as it is; else this place.
    func moved(to textColumn: Int, in text: String) -> SourceLocation {
        guard let excerpt, let column else { return self }
        let source = excerpt.utf8.dropFirst(column - 1)
        let isQuoted = source.first == UInt8(ascii: "'") || source.first == UInt8(ascii: "\"")
        guard source.dropFirst(isQuoted ? 1 : 0).starts(with: text.utf8) else { return self }
        return SourceLocation(
            file: file,
            line: line,
            column: column + (isQuoted ? 1 : 0) + textColumn - 1,
            excerpt: excerpt
        )
    }
}
