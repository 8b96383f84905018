/// Makes file trees that are the same on every machine: permissions and times are given and do not depend on the user.
extension Directory {
    /// Returns the target of a link without following it; `nil` when it is not UTF-8.
    package func linkTarget(_ name: String) throws(FileSystemError) -> String? {
        try announce(.read, name)
        return try SystemCalls.linkTarget(name, in: handle)
    }

    /// Makes a new file without syncing it to disk.
    package func makeFile(_ name: String, _ bytes: [UInt8], mode: UInt32) throws(FileSystemError) {
        let file = try createFile(name, mode: mode)
        try SystemCalls.changeMode(file, to: mode)
        try file.fill(bytes, durably: false)
    }

    /// Makes and opens a new folder without syncing it to disk.
    package func makeDirectory(_ name: String, mode: UInt32) throws(FileSystemError) -> Directory {
        try announce(.createFolder, name)
        try SystemCalls.createFolder(name, in: handle)
        let folder = try directory(name)
        try SystemCalls.changeMode(folder.handle, to: mode)
        return folder
    }

    package func makeLink(_ name: String, to target: String) throws(FileSystemError) {
        try announce(.link, name)
        try SystemCalls.createLink(name, to: target, in: handle)
    }

    /// Sets the access and modification times of an entry, in seconds since 1970, without following links.
    package func setTimes(_ name: String, to seconds: Int) throws(FileSystemError) {
        try announce(.changeMode, name)
        try SystemCalls.setTimes(name, in: handle, to: seconds)
    }
}
