internal import AzureMLSupport

extension YAMLDocument {
    /// Returns the text, after verifying that it would parse back to the edited data.
    ///
    /// - Throws: The errors of ``reread()``; then nothing may be written.
    package func verifiedBytes() throws(YAMLError) -> [UInt8] {
        let bytes = bytes
        if isEdited, !isVerifiedByExcerpt(of: bytes) { _ = try reread(from: bytes) }
        return bytes
    }

    /// Returns a new document, parsed from the edited text, after verifying that it has the edited data.
    ///
    /// - Throws: `YAMLError` with the code `roundTripFailed` when it does not, or with the code of the limit that the
    ///   edited text exceeds.
    package func reread() throws(YAMLError) -> YAMLDocument {
        try reread(from: bytes)
    }

    private func reread(from bytes: [UInt8]) throws(YAMLError) -> YAMLDocument {
        let reread: YAMLDocument
        do {
            reread = try YAMLDocument(parsing: bytes, file: file, limits: limits)
        } catch let error where [.tooLarge, .tooDeep, .tooManyNodes].contains(error.code) {
            // The edit is correct, but the text could not be opened again.
            throw error
        } catch {
            throw roundTripFailed(error)
        }
        guard hasSameData(as: reread) else { throw roundTripFailed(nil) }
        return reread
    }

    private func roundTripFailed(_ underlying: YAMLError?) -> YAMLError {
        YAMLError(
            .roundTripFailed,
            "the edited text would not parse back to the edited data, so it is not used"
                + (underlying.map { ": \($0.message)" } ?? ""),
            at: root.map(location) ?? SourceLocation(file: file),
            hint: "write the edited entries as plain 'key: value' and '- item' lines, and edit again",
            underlying: underlying
        )
    }

    /// Whether both documents have the same structure, the same values and the same order.
    package func hasSameData(as other: YAMLDocument) -> Bool {
        guard let root, let otherRoot = other.root else { return root == nil && other.root == nil }
        return isEqual(root, otherRoot, in: other)
    }

    // The recursion is as deep as the text is nested, which parsing has limited.
    private func isEqual(_ node: YAMLNode, _ otherNode: YAMLNode, in other: YAMLDocument) -> Bool {
        guard self[node].kind == other[otherNode].kind else { return false }
        switch self[node].kind {
        case .scalar:
            return utf8(of: node) == other.utf8(of: otherNode) && isSameType(node, otherNode, in: other)
        case .alias:
            return anchors[resolvingAlias(node)] == other.anchors[other.resolvingAlias(otherNode)]
        case .sequence:
            return items(of: node).elementsEqual(other.items(of: otherNode)) { isEqual($0, $1, in: other) }
        case .mapping:
            return pairs(of: node).elementsEqual(other.pairs(of: otherNode)) {
                isEqual($0.key, $1.key, in: other) && isEqual($0.value, $1.value, in: other)
            }
        }
    }

    /// Whether two scalars of the same text are both texts, or neither is.
    private func isSameType(_ node: YAMLNode, _ otherNode: YAMLNode, in other: YAMLDocument) -> Bool {
        let (record, otherRecord) = (self[node], other[otherNode])
        let haveProperties = record.flags.union(otherRecord.flags).contains(.properties)
        if !haveProperties, record.style == otherRecord.style, version == other.version { return true }
        return (scalar(of: node) == .string) == (other.scalar(of: otherNode) == .string)
    }
}
