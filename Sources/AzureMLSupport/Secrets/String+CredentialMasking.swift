extension String {
    /// The text with `*` for every character of a password or token in an address, and of the user name before it.
    ///
    /// Errors and descriptions quote what users wrote; what is secret in it must not go on to a terminal or a log. The
    /// number of bytes stays, so that a column stays where it was.
    package var maskingCredentials: String {
        masking(URLCredential.all(in: Array(utf8)))
    }

    /// The name of an image, masked as ``maskingCredentials`` masks a text.
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
