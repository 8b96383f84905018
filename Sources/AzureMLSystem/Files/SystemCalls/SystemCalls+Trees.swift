#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The system calls for links and times.
extension SystemCalls {
    static func createLink(
        _ name: String,
        to target: String,
        in folder: borrowing Handle
    ) throws(FileSystemError) {
        let path = folder.path(of: name)
        let descriptor = folder.descriptor
        guard !target.utf8.contains(0) else { throw FileSystemError(.link, path, .isInvalidFileName) }
        _ = try check(.link, path) { unsafe symlinkat(target, descriptor, name) }
    }

    /// Returns the target of a link without following it; `nil` when it is not UTF-8.
    static func linkTarget(_ name: String, in folder: borrowing Handle) throws(FileSystemError) -> String? {
        let descriptor = folder.descriptor
        let longest = Int(PATH_MAX)
        var characters = [CChar](repeating: 0, count: longest)
        let count = try check(.read, folder.path(of: name)) {
            unsafe Int32(truncatingIfNeeded: readlinkat(descriptor, name, &characters, longest))
        }
        return String(validating: characters.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Sets the access and modification times of an entry without following links.
    static func setTimes(_ name: String, in folder: borrowing Handle, to seconds: Int) throws(FileSystemError) {
        let descriptor = folder.descriptor
        let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
        _ = try check(.changeMode, folder.path(of: name)) {
            unsafe utimensat(descriptor, name, times, AT_SYMLINK_NOFOLLOW)
        }
    }
}
