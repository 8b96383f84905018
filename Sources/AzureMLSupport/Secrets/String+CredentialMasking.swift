extension String {
    /// The text with `*` for every byte of a password or token in an address, and of the user name before it.
    ///
    /// Errors and descriptions quote text from users, whose secrets must not reach a terminal or a log. The number of
    /// bytes does not change, so that the columns in messages remain correct.
    package var maskingCredentials: String {
        masking(URLCredential.all(in: Array(utf8)))
    }

    /// The image name with its credentials masked as in ``maskingCredentials``.
    package var maskingImageCredentials: String {
        masking(URLCredential(inImage: self).map { [$0] } ?? []).maskingCredentials
    }

    private func masking(_ credentials: [URLCredential]) -> String {
        guard !credentials.isEmpty else { return self }
        var bytes = Array(utf8)
        for index in credentials.flatMap(\.range) where bytes[index] != UInt8(ascii: ":") {
            bytes[index] = UInt8(ascii: "*")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
