/// The rules for paths in an untrusted tar file.
enum TarPath {
    private static let longest = 4096

    /// Returns a path without `.` and without a slash at its end; empty for the root folder of the tar file.
    static func checked(_ written: [UInt8], isFolder: Bool) throws(TarError.Reason) -> String {
        guard let text = String(validating: written, as: UTF8.self) else { throw .path("is not UTF-8") }
        guard !written.isEmpty else { throw .path("is empty") }
        guard written.count <= longest else { throw .path("has more than \(longest) bytes") }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .path("has a control character")
        }
        let slash = UInt8(ascii: "/")
        guard written.first != slash else { throw .path("is absolute") }
        guard isFolder || written.last != slash else { throw .path("ends with a slash, but it is a file") }
        let components = (written.last == slash ? written.dropLast() : written[...])
            .split(separator: slash, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard !components.contains("") else { throw .path("has an empty component") }
        guard !components.contains("..") else { throw .path("contains '..'") }
        guard components.allSatisfy({ $0.utf8.count <= 255 }) else { throw .path("has a name of more than 255 bytes") }
        let kept = components.filter { $0 != "." }
        let namesFolder = kept.isEmpty || components.last == "."
        guard isFolder || !namesFolder else { throw .path("names a folder, but it is a file") }
        return kept.joined(separator: "/")
    }
}
