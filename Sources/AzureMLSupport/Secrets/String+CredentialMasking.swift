extension String {
    /// The text with `*` for every byte of a password or token in an address, of the user name before it, and of a
    /// token of a known form, also if quotes or backslashes are within them, or tabs or line breaks within the address.
    ///
    /// Errors and descriptions quote text from users, whose secrets must not reach a terminal or a log. The number of
    /// bytes does not change, so that the columns in messages remain correct.
    package var maskingCredentials: String { maskingCredentials(isString: true) }

    /// The text of a file or of a program's output with credentials masked as in ``maskingCredentials``, but not in
    /// addresses that line breaks interrupt: each line has addresses of its own.
    package var maskingCredentialsOfLines: String { maskingCredentials(isString: false) }

    /// The name of an image, or the address of a registry, with its credentials masked as in ``maskingCredentials``.
    package var maskingImageCredentials: String {
        masking(URLCredential(inImage: self)?.range ?? 0..<0).maskingCredentials
    }

    /// The address of a proxy with its credentials masked, but no others.
    var maskingProxyCredentials: String { masking(URLCredential(inProxy: self)?.range ?? 0..<0) }

    private func maskingCredentials(isString: Bool) -> String {
        let bytes = Array(utf8)
        let masked = masking(Self.secrets(in: bytes, isString: isString).joined())
        // Most readers of files and command lines remove quotes and backslashes: `https:/\/user:password@host`.
        guard Self.hasQuoteWithinWord(bytes) else { return masked }
        let secrets = Self.secrets(in: bytes.filter { !POSIXWords.isQuote($0) }, isString: isString)
        guard !secrets.isEmpty else { return masked }
        let positions = bytes.indices.filter { !POSIXWords.isQuote(bytes[$0]) }
        return masked.masking(secrets.joined().lazy.map { positions[$0] })
    }

    /// Whether a quote or a backslash is between two characters that would form a word, or two settings, without it.
    private static func hasQuoteWithinWord(_ bytes: [UInt8]) -> Bool {
        bytes.indices.dropFirst().dropLast().contains { index in
            guard POSIXWords.isQuote(bytes[index]) else { return false }
            return bytes[index - 1] != .space && bytes[index + 1] != .space
                // Blanks can follow the `;` before a setting.
                || bytes[..<index].last { $0 != .space } == UInt8(ascii: ";")
        }
    }

    private static func secrets(in bytes: [UInt8], isString: Bool) -> [Range<Int>] {
        let grammars = AddressGrammar.shown(bytes, isString: isString)
        return grammars.flatMap { URLCredential.all(in: bytes, as: $0) }.map(\.range) + TokenForm.ranges(in: bytes)
    }

    private func masking(_ positions: some Collection<Int>) -> String {
        guard !positions.isEmpty else { return self }
        var bytes = Array(utf8)
        // Without the characters that separate the parts of an address, it would be read as another one.
        for index in positions where !bytes[index].isASCIIWhitespace && !bytes[index].isOne(of: ":", "/") {
            bytes[index] = UInt8(ascii: "*")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
