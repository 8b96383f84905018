internal import AzureMLSupport
package import DockerSyntax

/// The digests that tags pointed to when they were resolved, as a sorted JSON object that git can merge line by line.
package struct ImageDigestLock: Sendable, Hashable {
    /// The reason why a text is not a lockfile.
    package struct Flaw: Error {
        package let reason: String
    }

    private var digests: [String: ImageDigest] = [:]

    /// Reads the text of a lockfile; a missing one counts as empty.
    package init(parsing bytes: [UInt8]?) throws(Flaw) {
        guard let bytes else { return }
        guard let members = (try? JSONValue(parsing: bytes))?.object else {
            throw Flaw(reason: "it is not a JSON object")
        }
        for (name, value) in members {
            guard let image = try? ImageReference(parsing: name), image.digest == nil,
                let digest = value.string.flatMap({ try? ImageDigest(parsing: $0) })
            else { throw Flaw(reason: "the entry '\(name)' does not give the digest of an image") }
            digests[image.description] = digest
        }
    }

    package subscript(image: ImageReference) -> ImageDigest? {
        get { digests[image.description] }
        set { digests[image.description] = newValue }
    }

    package var bytes: [UInt8] {
        let sorted = digests.sorted { $0.key.exact < $1.key.exact }
        let members = JSONObject(sorted.map { ($0.key, JSONValue($0.value.text)) })
        return JSONValue(members).fileBytes
    }
}
