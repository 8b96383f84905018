internal import AzureMLSupport

/// Functions on the text of paths, which do not access the disk.
package enum LocalPath {
    /// Whether the text is a single path component that stays inside its folder.
    package static func isFileName(_ name: String) -> Bool {
        name != "" && name != "." && name != ".." && !name.utf8.contains(UInt8(ascii: "/")) && !name.utf8.contains(0)
    }

    /// Whether the text is a relative path without empty components, `.` and `..`.
    package static func isBelow(_ path: String) -> Bool {
        var length = 0
        var dots = 0
        var isName: Bool { length > 0 && (length > dots || length > 2) }
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "/"):
                guard isName else { return false }
                (length, dots) = (0, 0)
            case 0: return false
            default:
                length += 1
                if byte == UInt8(ascii: ".") { dots += 1 }
            }
        }
        return isName
    }

    static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

    /// Returns the names between the slashes of a path, including `.` and `..`.
    package static func names(in path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Returns the components of a path, with `.` and `..` resolved as in Python's `os.path.normpath`.
    package static func components(of path: String) -> [String] {
        var components: [String] = []
        for component in names(in: path) {
            switch component {
            case ".": continue
            case "..": _ = components.popLast()
            default: components.append(component)
            }
        }
        return components
    }

    /// Returns an absolute path without `.`, `..` and repeated slashes.
    ///
    /// > Python: `os.path.normpath`
    package static func normalized(_ path: String) -> String {
        "/" + components(of: path).joined(separator: "/")
    }

    /// Returns the parent folder of an absolute path; `/` for `/` itself.
    package static func parent(of path: String) -> String {
        "/" + components(of: path).dropLast().joined(separator: "/")
    }

    /// Returns the last component of an absolute path; empty for `/`.
    package static func lastComponent(of path: String) -> String {
        components(of: path).last ?? ""
    }

    /// Splits a path into folder and name as the system reads it. `.` and `..` are kept, because `..` after a link does
    /// not lead where the text suggests.
    package static func split(_ path: String) -> (folder: String, name: String) {
        let slash = UInt8(ascii: "/")
        let bytes = Array(path.utf8)
        let end = bytes.lastIndex { $0 != slash }.map { $0 + 1 } ?? bytes.startIndex
        guard let last = bytes[..<end].lastIndex(of: slash) else {
            return isAbsolute(path) ? ("/", "") : (".", path)
        }
        let folder = bytes[..<last].lastIndex { $0 != slash }.map { bytes[...$0] }
        return (
            folder.map { String(decoding: $0, as: UTF8.self) } ?? "/",
            String(decoding: bytes[(last + 1)..<end], as: UTF8.self)
        )
    }

    /// Returns the way from the absolute path `base` to another absolute path; `nil` when they share nothing but `/`.
    package static func relative(_ path: String, to base: String) -> String? {
        let target = components(of: path)
        let start = components(of: base)
        let shared = zip(target, start).prefix { $0.exact == $1.exact }.count
        guard shared > 0 else { return nil }
        let way = start.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared)
        return way.isEmpty ? "." : way.joined(separator: "/")
    }
}
