internal import AzureMLSupport
internal import AzureMLSystem
internal import Environment

/// The secrets that must not appear in a log or an error, whichever program writes it.
struct SecretMask: Sendable {
    /// The bytes to mask, the longest first.
    let values: [[UInt8]]

    /// The length of the shortest line of a secret to mask. Shorter ones, such as a bracket, reveal nothing, and
    /// masking them would hide half of a log.
    private static let shortestLine = 8

    /// Makes a mask for values, the longest first, so that masking a value does not leave a part of a longer one.
    ///
    /// Logs come line by line, so each line of a value is masked as well: keys of accounts are JSON or PEM.
    init(values: [String]) {
        let wholes = Set(values.map { Array($0.utf8) }).filter { !$0.isEmpty }
        let lines = wholes.flatMap { value in
            value.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { $0.trimmed }
                .filter { $0.count >= Self.shortestLine }
        }
        self.values = wholes.union(lines).sorted { $0.count > $1.count }
    }

    /// Returns the text with `***` for each secret, and without credentials in URLs.
    func masking(_ text: String) -> String {
        guard !values.isEmpty else { return text.maskingCredentialsOfLines }
        // Bytes are compared, because a combining mark after a secret changes its last character and hides the match.
        var bytes = Array(text.utf8)
        for value in values { bytes = bytes.replacing(value, with: Array("***".utf8)) }
        return String(decoding: bytes, as: UTF8.self).maskingCredentialsOfLines
    }
}

extension SecretMask {
    /// Makes a mask for all secrets of environments that have a value on this machine.
    init(of environments: [Environment]) {
        self.init(values: environments.flatMap(\.secrets.values).compactMap { try? $0.revealed() })
    }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmed: [UInt8] {
        let isInner = { (byte: UInt8) in byte > 0x20 }
        guard let first = firstIndex(where: isInner), let last = lastIndex(where: isInner) else { return [] }
        return Array(self[first...last])
    }
}
