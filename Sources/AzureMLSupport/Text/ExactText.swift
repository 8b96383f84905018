/// A text that is compared, ordered and hashed by the bytes of its UTF-8.
///
/// Swift compares characters: there `"\r\n"` is one, and `"é"` equals its other spelling, which is another name of a
/// file, of a package and of an environment. Inlined, because a call for each comparison takes longer than its bytes.
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

    /// Feeds eight bytes at once, because each call costs far more than its bytes.
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
    /// This text as one that is compared by its bytes.
    @inlinable package var exact: ExactText { ExactText(self) }
}

extension Substring {
    /// This text as one that is compared by its bytes.
    @inlinable package var exact: ExactText { ExactText(String(self)) }
}
