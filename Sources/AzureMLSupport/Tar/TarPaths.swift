/// The paths that an archive had so far.
struct TarPaths {
    private static let longest = 4096

    private var files: Set<[UInt8]> = []
    private var folders: Set<[UInt8]> = []

    /// A path without `.` and without a slash at its end; empty for the folder that the archive was made of.
    static func checked(_ written: [UInt8], isFolder: Bool) throws(TarError.Reason) -> String {
        guard let text = String(validating: written, as: UTF8.self) else { throw .path("is no UTF-8") }
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
        guard !components.contains("..") else { throw .path("leads out of the archive") }
        guard components.allSatisfy({ $0.utf8.count <= 255 }) else { throw .path("has a name of more than 255 bytes") }
        let kept = components.filter { $0 != "." }
        guard isFolder || !kept.isEmpty && components.last != "." else { throw .path("names a folder, but it is a file") }
        return kept.joined(separator: "/")
    }

    /// Takes note of an entry. A folder may come twice, also as what another entry lies in.
    mutating func insert(_ path: String, isFolder: Bool) throws(TarError.Reason) {
        let bytes = Array(path.utf8)
        for position in bytes.indices where bytes[position] == UInt8(ascii: "/") {
            let folder = Array(bytes[..<position])
            guard !files.contains(folder) else { throw .belowFile }
            folders.insert(folder)
        }
        guard !files.contains(bytes) else { throw .duplicate }
        if isFolder {
            folders.insert(bytes)
        } else {
            guard !folders.contains(bytes) else { throw .duplicate }
            files.insert(bytes)
        }
    }
}

extension TarError.Reason: Error {}
