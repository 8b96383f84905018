package import AzureMLSupport

/// How much a text may demand, since texts come from strangers.
///
/// libyaml 0.2.5 has no nesting limit of its own and takes quadratic time on nested flow collections.
package struct YAMLLimits: Sendable {
    /// The most bytes of a text.
    package var byteCount = 16 << 20
    /// The most collections inside one another.
    package var depth = 256
    /// The most nodes, counted again where an alias repeats them; so are bytes and depth.
    package var nodeCount = 1_000_000

    /// The most lines that begin with `%`: libyaml compares each `%TAG` with all others.
    package var directiveCount = 64
    /// The most bytes of a tag's prefix.
    package var tagPrefixByteCount = 1024

    /// What to do about a text that holds more than a text of its kind needs.
    package var hint: FixHint = "check that this is the file that was meant"
    /// What to do about a text with more directives.
    package var directivesHint: FixHint = "remove the directives"

    package static let standard = YAMLLimits()
}
