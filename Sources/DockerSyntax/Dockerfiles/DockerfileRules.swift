/// The rules for the lines of a Dockerfile, in which builders differ.
package struct DockerfileRules: Sendable {
    var knowsHereDocuments: Bool
    /// The character that continues lines, whatever the text says; `nil` when its directive counts.
    var escape: UInt8?
    /// Whether an escape character at a line's end continues it also when another one is in front of it.
    var continuesAfterEscapedEscape: Bool

    /// Those of BuildKit's current parser.
    package static let buildKit = DockerfileRules(knowsHereDocuments: true, continuesAfterEscapedEscape: false)

    /// Those of builders without here-documents, such as Docker's classic one; then those by which Podman and Buildah
    /// (openshift/imagebuilder) join lines, with either escape character, since directives end elsewhere there.
    package static let others = [
        DockerfileRules(knowsHereDocuments: false, continuesAfterEscapedEscape: false),
        DockerfileRules(knowsHereDocuments: false, escape: UInt8(ascii: "\\"), continuesAfterEscapedEscape: true),
        DockerfileRules(knowsHereDocuments: false, escape: UInt8(ascii: "`"), continuesAfterEscapedEscape: true),
    ]
}
