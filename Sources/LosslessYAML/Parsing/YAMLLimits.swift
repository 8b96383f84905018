package import AzureMLSupport

/// How much a text may demand, since texts come from strangers.
///
/// libyaml 0.2.5 has no nesting limit of its own and takes quadratic time on nested flow collections.
///
/// Constants in a class, because each document holds them and copies of it share them.
package final class YAMLLimits: Sendable {
    /// The most bytes of a text.
    package let byteCount: Int
    /// The most collections inside one another.
    package let depth: Int
    /// The most nodes, counted again where an alias repeats them; so are bytes and depth.
    package let nodeCount: Int

    /// The most lines that begin with `%`: libyaml compares each `%TAG` with all others.
    package let directiveCount: Int
    /// The most bytes of a tag's prefix.
    package let tagPrefixByteCount: Int

    /// What to do about a text that holds more than a text of its kind needs.
    package let hint: FixHint
    /// What to do about a text with more directives.
    package let directivesHint: FixHint

    package init(
        byteCount: Int = 16 << 20,
        depth: Int = 256,
        nodeCount: Int = 1_000_000,
        directiveCount: Int = 64,
        tagPrefixByteCount: Int = 1024,
        hint: FixHint = "check that this is the file that was meant",
        directivesHint: FixHint = "remove the directives"
    ) {
        self.byteCount = byteCount
        self.depth = depth
        self.nodeCount = nodeCount
        self.directiveCount = directiveCount
        self.tagPrefixByteCount = tagPrefixByteCount
        self.hint = hint
        self.directivesHint = directivesHint
    }

    package static let standard = YAMLLimits()
}
