/// The text of a JSON string: Unicode text, or UTF-16 code units when it contains lone surrogates.
package struct JSONString: Sendable, Hashable {
    private enum Content: Sendable {
        case text(String)
        case codeUnits([UInt16])
    }

    private let content: Content

    package init(_ text: String) {
        content = .text(text)
    }

    /// Makes a string from UTF-16 code units, which may include lone surrogates.
    package init(utf16 codeUnits: [UInt16]) {
        let text = String(decoding: codeUnits, as: UTF16.self)
        content = text.utf16.elementsEqual(codeUnits) ? .text(text) : .codeUnits(codeUnits)
    }

    /// The Unicode text, with U+FFFD in place of each lone surrogate.
    package var text: String {
        switch content {
        case .text(let text): text
        case .codeUnits(let codeUnits): String(decoding: codeUnits, as: UTF16.self)
        }
    }

    /// The Unicode text; `nil` when it contains lone surrogates.
    package var exactText: String? {
        switch content {
        case .text(let text): text
        case .codeUnits: nil
        }
    }

    /// The UTF-16 code units, lone surrogates included.
    package var codeUnits: [UInt16] {
        switch content {
        case .text(let text): Array(text.utf16)
        case .codeUnits(let codeUnits): codeUnits
        }
    }

    package static func == (left: JSONString, right: JSONString) -> Bool {
        switch (left.content, right.content) {
        case (.text(let left), .text(let right)): left.exact == right.exact
        case (.codeUnits(let left), .codeUnits(let right)): left == right
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch content {
        case .text(let text): hasher.combine(text.exact)
        case .codeUnits(let codeUnits): hasher.combine(codeUnits)
        }
    }
}
