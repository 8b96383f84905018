/// The rules for the lines of a Dockerfile that differ between builders.
package struct DockerfileRules: Sendable {
    var knowsHereDocuments: Bool
    /// The escape character, regardless of the text's directive; `nil` to follow the directive.
    var escape: UInt8?
    /// Whether an escape character at the end of a line continues the line even after another escape character.
    var continuesAfterEscapedEscape: Bool

    /// The rules of BuildKit's current parser.
    package static let buildKit = DockerfileRules(knowsHereDocuments: true, continuesAfterEscapedEscape: false)

    /// The rules of builders without here-documents, such as Docker's classic one; then the rules by which Podman and
    /// Buildah (openshift/imagebuilder) join lines, with either escape character, since directives end elsewhere there.
    package static let others = [
        DockerfileRules(knowsHereDocuments: false, continuesAfterEscapedEscape: false),
        DockerfileRules(knowsHereDocuments: false, escape: UInt8(ascii: "\\"), continuesAfterEscapedEscape: true),
        DockerfileRules(knowsHereDocuments: false, escape: UInt8(ascii: "`"), continuesAfterEscapedEscape: true),
    ]
}
