package import AzureMLSupport

extension Secret {
    private static let largestFile = 65_536

    /// Returns the value: that of the literal, or the current one of the environment variable or file.
    ///
    /// A single newline at the end of a file is not part of the value.
    ///
    /// - Throws: ``SecretError`` when the variable is not set or the file cannot be read.
    package func revealed() throws(SecretError) -> String {
        switch source {
        case .value(let value): return value
        case .environmentVariable(let name):
            guard let value = ProcessContext.current[variable: name] else {
                throw SecretError(description: "the environment variable '\(name)' is not set")
            }
            return value
        case .file(let path):
            let bytes: [UInt8]
            do {
                bytes = try LocalFile.read(path: ProcessContext.current.absolutePath(path), limit: Self.largestFile)
            } catch {
                throw SecretError(description: "\(error)")
            }
            var value = String(decoding: bytes, as: UTF8.self)[...]
            if value.last?.isNewline == true { value.removeLast() }
            return String(value)
        }
    }
}
