internal import AzureMLSupport

/// The name of an image in the grammar that all container engines share: `host:port/path:tag@digest`.
///
/// A value contains only characters that the grammar allows, so it can be written to a Dockerfile unchanged.
package struct ImageReference: Sendable, Hashable {
    /// The registry's host and port; `nil` for the engine's default registry.
    package let host: String?
    package let path: String
    package let tag: String?
    package let digest: ImageDigest?

    /// The name without the tag and digest.
    package var repository: String {
        host.map { "\($0)/\(path)" } ?? path
    }

    /// Returns a reference with the same tag that always means the image with this digest, even if the tag is moved.
    package func pinned(to digest: ImageDigest) -> ImageReference {
        ImageReference(host: host, path: path, tag: tag, digest: digest)
    }

    /// Whether both name the same repository.
    ///
    /// A missing host means Docker's registry, for which Podman writes `docker.io`, and a path there without a folder
    /// is in the folder `library`.
    package func isSameRepository(as other: ImageReference) -> Bool {
        fullRepository.exact == other.fullRepository.exact
    }

    private var fullRepository: String {
        guard host == nil || host == "docker.io" else { return repository }
        return "docker.io/" + (path.utf8.contains(UInt8(ascii: "/")) ? path : "library/\(path)")
    }

    private init(host: String?, path: String, tag: String?, digest: ImageDigest?) {
        self.host = host
        self.path = path
        self.tag = tag
        self.digest = digest
    }
}

extension ImageReference: CustomStringConvertible {
    package var description: String {
        repository + (tag.map { ":\($0)" } ?? "") + (digest.map { "@\($0)" } ?? "")
    }
}

extension ImageReference {
    /// The reason why a text is not an image reference.
    package struct Flaw: Error, Equatable {
        package let reason: String

        init(_ reason: String) {
            self.reason = reason
        }
    }

    /// The maximum length that registries accept for a name without its tag and digest.
    private static let longestRepository = 255
    /// Enough for the longest name, tag and digest; a longer text is not parsed at all.
    private static let longestReference = 1024

    /// Reads a reference as container engines do.
    package init(parsing text: String) throws(Flaw) {
        // Bytes are parsed, because Swift's comparison of characters treats the Kelvin sign as a K.
        guard text.utf8.count <= Self.longestReference else {
            throw Flaw("it is longer than \(Self.longestReference) bytes")
        }
        let bytes = Array(text.utf8)
        if let forbidden = text.unicodeScalars.first(where: { !ImageReferenceGrammar.allows($0) }) {
            throw Flaw("it contains the character \(forbidden.debugDescription), which is not allowed")
        }
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) {
            throw Flaw("it begins with a scheme; write only the host")
        }

        let atSigns = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard atSigns.count <= 2, let name = atSigns.first else { throw Flaw("it has more than one '@'") }
        if atSigns.count == 2 {
            digest = try ImageDigest(parsing: String(decoding: atSigns[1], as: UTF8.self))
        } else {
            digest = nil
        }

        let lastSlash = name.lastIndex(of: UInt8(ascii: "/")) ?? name.startIndex
        if let colon = name[lastSlash...].lastIndex(of: UInt8(ascii: ":")) {
            let bytes = name[name.index(after: colon)...]
            guard ImageReferenceGrammar.isTag(bytes) else {
                throw Flaw("'\(String(decoding: bytes, as: UTF8.self))' is not a valid tag")
            }
            tag = String(decoding: bytes, as: UTF8.self)
            (host, path) = try Self.hostAndPath(name[..<colon])
        } else {
            tag = nil
            (host, path) = try Self.hostAndPath(name)
        }
    }

    private static func hostAndPath(_ name: ArraySlice<UInt8>) throws(Flaw) -> (host: String?, path: String) {
        guard name.count <= longestRepository else { throw Flaw("it is longer than \(longestRepository) characters") }
        var components = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var host: String?
        if components.count > 1, let first = components.first, ImageReferenceGrammar.looksLikeHost(first) {
            guard ImageReferenceGrammar.isHost(first) else {
                throw Flaw("'\(String(decoding: first, as: UTF8.self))' is not a valid host")
            }
            host = String(decoding: first, as: UTF8.self)
            components.removeFirst()
        }
        for component in components where !ImageReferenceGrammar.isPathComponent(component) {
            throw Flaw(ImageReferenceGrammar.flawOfPathComponent(component))
        }
        let path = components.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
        return (host, path)
    }
}
