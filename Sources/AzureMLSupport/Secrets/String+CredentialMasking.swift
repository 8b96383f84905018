extension String {
    /// The text with `*` for every byte of a password or token in an address, of the user name before it, and of a
    /// token of a known form.
    ///
    /// Errors and descriptions quote text from users, whose secrets must not reach a terminal or a log. The number of
    /// bytes does not change, so that the columns in messages remain correct.
    package var maskingCredentials: String { maskingCredentials(isString: false) }

    /// A string of a parsed file with credentials masked as in ``maskingCredentials``, also in addresses that tabs or
    /// line breaks interrupt.
    package var maskingValueCredentials: String { maskingCredentials(isString: true) }

    private func maskingCredentials(isString: Bool) -> String {
        let bytes = Array(utf8)
        let grammars = AddressGrammar.shown(bytes, isString: isString)
        let credentials = grammars.flatMap { URLCredential.all(in: bytes, as: $0) }
        return masking(credentials.map(\.range) + TokenForm.ranges(in: bytes))
    }

    /// The name of an image, or the address of a registry, with its credentials masked as in ``maskingCredentials``.
    package var maskingImageCredentials: String {
        masking(URLCredential(inImage: self).map { [$0.range] } ?? []).maskingCredentials
    }

    private func masking(_ ranges: [Range<Int>]) -> String {
        guard !ranges.isEmpty else { return self }
        var bytes = Array(utf8)
        // Without the characters that separate the parts of an address, it would be read as another one.
        for index in ranges.joined() where bytes[index] > .space && !":/".utf8.contains(bytes[index]) {
            bytes[index] = UInt8(ascii: "*")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
