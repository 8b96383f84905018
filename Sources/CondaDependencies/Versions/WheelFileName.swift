internal import AzureMLSupport

/// The file name of a wheel: `distribution-version(-build)-python-abi-platform.whl`.
///
/// Source: PEP 427.
package struct WheelFileName: Sendable, Hashable {
    /// The name as it was given.
    package let text: String
    let distribution: String
    let version: String

    /// Reads a file name.
    ///
    /// - Parameter text: The name; the result is `nil` when it is not a wheel's, or has characters with a meaning in
    ///   paths or URLs.
    package init?(_ text: String) {
        guard text.utf8.count <= 255, text.utf8.first != UInt8(ascii: "."),
            let parts = Self.parts(of: Array(text.utf8)[...]), Self.areWellFormed(parts)
        else { return nil }
        self.init(text: text, parts: parts)
    }

    /// Reads a name without checking its parts, which can have variables; `nil` when it is not a wheel's.
    init?(loosely name: ArraySlice<UInt8>) {
        guard let parts = Self.parts(of: name) else { return nil }
        self.init(text: String(decoding: name, as: UTF8.self), parts: parts)
    }

    private init(text: String, parts: [ArraySlice<UInt8>]) {
        self.text = text
        distribution = String(decoding: parts[0], as: UTF8.self)
        // A URL percent-encodes the `+` of a local version such as `2.1.0+cu118`.
        version = String(decoding: parts[1], as: UTF8.self).replacing("%2B", with: "+").replacing("%2b", with: "+")
    }

    /// The five or six parts between hyphens.
    private static func parts(of name: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        let ending = Array(".whl".utf8)
        guard name.suffix(ending.count).elementsEqual(ending) else { return nil }
        let parts = name.dropLast(ending.count).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count == 5 || parts.count == 6 ? parts : nil
    }

    private static func areWellFormed(_ parts: [ArraySlice<UInt8>]) -> Bool {
        parts.enumerated().allSatisfy { position, part in
            switch position {
            case 1: part.first?.isASCIIDigit == true && part.consists(ofAlphanumericsAnd: "._+!")
            case 2 where parts.count == 6: part.first?.isASCIIDigit == true && part.consists(ofAlphanumericsAnd: "._")
            default: part.consists(ofAlphanumericsAnd: "._")
            }
        }
    }
}
