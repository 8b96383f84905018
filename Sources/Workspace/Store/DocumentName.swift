@_spi(_Unicode) internal import Swift
internal import AzureMLSupport

/// A name or version as it is stored: Unicode text in normalization form C, compared byte by byte.
package struct DocumentName: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    /// Checks and normalizes a name.
    ///
    /// - Parameters:
    ///   - text: The name as the user or a file gives it.
    ///   - kind: The kind of name, for the error message, such as `environment name` or `version`.
    /// - Throws: ``WorkspaceError`` when the name cannot be stored, with the reason.
    package init(_ text: String, kind: String) throws {
        guard !Self.isPlain(text) else {
            self.text = text
            return
        }
        let normalized = String(String.UnicodeScalarView(text._nfc))
        if let reason = Self.reasonToRefuse(normalized) {
            throw WorkspaceError(
                .nameInvalid,
                "\(kind) '\(Self.shortened(text))' \(reason)",
                hint: "use letters, digits, '-', '_' and '.'"
            )
        }
        self.text = normalized
    }

    package var description: String { text }

    package static func == (left: DocumentName, right: DocumentName) -> Bool {
        left.text.exact == right.text.exact
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text.exact)
    }

    /// Whether the text is an ordinary ASCII name, which needs neither normalization nor a check of each character.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.first?.isASCIIAlphanumeric == true && bytes.count <= 255
            && bytes.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }

    private static func reasonToRefuse(_ text: String) -> String? {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return "is empty" }
        if scalars.count > 255 { return "has \(scalars.count) characters; 255 are allowed" }
        if first.properties.isWhitespace || last.properties.isWhitespace { return "begins or ends with whitespace" }
        if text == "." || text == ".." { return "is the name of a folder" }
        return scalars.lazy.compactMap(reasonToRefuse).first
    }

    private static func reasonToRefuse(_ scalar: Unicode.Scalar) -> String? {
        if scalar == "/" || scalar == "\\" { return "contains '\(scalar)', which separates folders" }
        let kind: String
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: kind = "control"
        case .format: kind = "format"
        case .privateUse: kind = "private-use"
        case .unassigned, .surrogate: kind = "unassigned"
        default: return nil
        }
        return "contains the \(kind) character U+\(scalar.value.hexadecimal(digits: 4, uppercase: true))"
    }

    private static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count > 60 ? String(String.UnicodeScalarView(scalars.prefix(60))) + "…" : text
    }
}

extension DocumentName {
    /// Whether the label is `latest` in any letter case, which always names the latest version and cannot be set.
    package static func isLatestLabel(_ label: String) -> Bool {
        label.lowercased().exact == "latest".exact
    }

    /// Checks and normalizes the name of a label.
    ///
    /// - Parameter label: The label as the user or a file gives it.
    /// - Throws: ``WorkspaceError`` when it cannot be stored, with the reason, or when it is `latest`.
    package init(label: String) throws {
        try self.init(label, kind: "label")
        guard Self.isLatestLabel(text) else { return }
        throw WorkspaceError(
            .labelReserved,
            "the label '\(label)' always names the version that was stored last",
            hint: "choose another label"
        )
    }
}
