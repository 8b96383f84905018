/// A text that is compared, ordered and hashed by its UTF-8 bytes.
///
/// Swift compares characters: `"\r\n"` is a single one, and the two spellings of `"é"` are equal, although they name
/// different files, packages and environments. Inlinable, because a call takes longer than comparing the bytes.
@usableFromInline package struct ExactText: Sendable, Hashable, Comparable {
    @usableFromInline package let text: String

    @inlinable package init(_ text: String) {
        self.text = text
    }

    @inlinable package static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    @inlinable package static func < (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Passes eight bytes at a time to the hasher, because each call costs far more than the bytes.
    @inlinable package func hash(into hasher: inout Hasher) {
        var word: UInt64 = 0
        var count = 0
        for byte in text.utf8 {
            word = word << 8 | UInt64(byte)
            count += 1
            if count.isMultiple(of: 8) { hasher.combine(word) }
        }
        hasher.combine(word)
        hasher.combine(count)
    }
}

extension String {
    /// This text, compared by its UTF-8 bytes.
    @inlinable package var exact: ExactText { ExactText(self) }
}

extension Substring {
    /// This text, compared by its UTF-8 bytes.
    @inlinable package var exact: ExactText { ExactText(String(self)) }
}
