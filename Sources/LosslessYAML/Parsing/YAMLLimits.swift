/// The limits on the size of a text, because texts can be untrusted.
///
/// libyaml 0.2.5 has no nesting limit and takes quadratic time on nested flow collections.
///
/// This is a class, so that the copies of a document share its limits.
package final class YAMLLimits: Sendable {
    /// The maximum number of bytes in a text.
    package let byteCount: Int
    /// The maximum number of nested collections.
    package let depth: Int
    /// The maximum number of nodes. Nodes, bytes and depth are counted again where an alias repeats them.
    package let nodeCount: Int

    /// The maximum number of spaces that indent the values in block style, by 2 for each collection around a value.
    /// Azure ML names a specification by that text, which can be far longer than a text in brackets.
    package let indentation: Int

    /// The maximum number of lines that begin with `%`, because libyaml compares each `%TAG` with all others.
    package let directiveCount: Int
    /// The maximum number of bytes in a tag's prefix.
    package let tagPrefixByteCount: Int

    /// The hint for a text that is larger than a text of its kind needs to be.
    package let hint: String
    /// The hint for a text with too many directives.
    package let directivesHint: String

    package init(
        byteCount: Int = 16 << 20,
        depth: Int = 256,
        nodeCount: Int = 1_000_000,
        indentation: Int = 16 << 20,
        directiveCount: Int = 64,
        tagPrefixByteCount: Int = 1024,
        hint: String = "check that this is the right file",
        directivesHint: String = "remove the directives"
    ) {
        self.byteCount = byteCount
        self.depth = depth
        self.nodeCount = nodeCount
        self.indentation = indentation
        self.directiveCount = directiveCount
        self.tagPrefixByteCount = tagPrefixByteCount
        self.hint = hint
        self.directivesHint = directivesHint
    }

    package static let standard = YAMLLimits()

    /// The limits for a text from which entries of this size, in all, were left out.
    func reduced(by size: Expansion) -> YAMLLimits {
        YAMLLimits(
            byteCount: byteCount - size.byteCount,
            depth: depth,
            nodeCount: max(0, nodeCount - size.nodeCount),
            indentation: indentation - size.indentation,
            directiveCount: directiveCount,
            tagPrefixByteCount: tagPrefixByteCount,
            hint: hint,
            directivesHint: directivesHint
        )
    }
}
