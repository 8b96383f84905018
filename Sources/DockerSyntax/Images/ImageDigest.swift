internal import AzureMLSupport

/// The digest of an image: an algorithm and lower-case hexadecimal digits, such as `sha256:8cee…`.
package struct ImageDigest: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    private static let digitCounts = ["sha256": 64, "sha512": 128]

    package init(parsing text: String) throws(ImageReference.Flaw) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let digitCount = Self.digitCounts[String(parts[0])] else {
            throw ImageReference.Flaw("the text after '@' is not a digest such as 'sha256:' and 64 digits")
        }
        guard parts[1].utf8.count == digitCount, parts[1].utf8.allSatisfy(\.isLowercaseHexDigit)
        else {
            throw ImageReference.Flaw("the digest is not \(digitCount) lower-case hexadecimal digits")
        }
        self.text = text
    }

    package var description: String { text }
}
