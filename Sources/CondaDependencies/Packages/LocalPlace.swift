internal import AzureMLSupport

/// The texts that name a file or folder on this computer where pip and conda also accept a URL.
enum LocalPlace {
    /// Whether a channel is a folder: a path that begins as one, a `file:` URL, or conda's name for the packages that
    /// were built on this computer. `conda-forge/label/main` is not.
    static func isLocalChannel(_ channel: String) -> Bool {
        if channel == "." || channel == ".." || channel == "local" { return true }
        if ["/", "./", "../", "~", ".\\", "..\\", "\\\\"].contains(where: channel.hasPrefix) { return true }
        return channel.contains(":") && isLocal(channel)
    }

    /// Whether a place is a path or a `file:` URL. A place that begins with a variable can be either, and is not.
    static func isLocal(_ place: String) -> Bool {
        let bytes = Array(place.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return bytes.first != UInt8(ascii: "$") }
        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        // One letter is a Windows drive, and `git+file` a repository on this computer.
        if scheme.utf8.count == 1 || scheme == "file" || scheme.hasSuffix("+file") { return true }
        return ["/", ".", "~"].contains { scheme.hasPrefix($0) }
    }
}
