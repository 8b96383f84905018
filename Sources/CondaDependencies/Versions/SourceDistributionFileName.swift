internal import AzureMLSupport

/// The file name of a source distribution: `name-version.tar.gz`, or `.zip` as older tools wrote it.
///
/// Source: PEP 625; before it, the name could have hyphens.
package struct SourceDistributionFileName: Sendable, Hashable {
    /// The name as it was given.
    package let text: String
    let distribution: String
    let version: String

    /// Reads a file name.
    ///
    /// - Parameter text: The name; the result is `nil` when it is not that of a source distribution, or has characters
    ///   with a meaning in paths or URLs.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 255, bytes.first?.isASCIIAlphanumeric == true,
            let ending = [".tar.gz", ".zip"].first(where: { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) })
        else { return nil }
        let stem = bytes.dropLast(ending.utf8.count)
        guard stem.consists(ofAlphanumericsAnd: "._-+!"), let hyphen = stem.lastIndex(of: UInt8(ascii: "-")) else {
            return nil
        }
        version = String(decoding: stem[(hyphen + 1)...], as: UTF8.self)
        guard PipVersion(version) != nil else { return nil }
        distribution = String(decoding: stem[..<hyphen], as: UTF8.self)
        self.text = text
    }
}
