internal import AzureMLSupport

extension PipRequirementParser {
    private static let archives = [
        ".whl", ".zip", ".tar.gz", ".tgz", ".tar", ".tar.bz2", ".tbz", ".tar.xz", ".txz", ".tlz", ".tar.lz",
        ".tar.lzma",
    ]

    /// Whether the text is a URL, a path or an archive's file name, and not a package name.
    func startsWithLocation() -> Bool {
        let first = cursor.next
        if first == UInt8(ascii: ".") || first == UInt8(ascii: "~") || first == UInt8(ascii: "$") { return true }
        var index = cursor.position
        while index < cursor.end {
            let byte = cursor.bytes[index]
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "\\"):
                return true
            case UInt8(ascii: ":"):
                return isScheme(cursor.position..<index)
            case _ where byte.isASCIIWhitespace || byte.isOperator:
                return isArchive(cursor.position..<index) && !byte.isOperator
            case UInt8(ascii: "["), UInt8(ascii: ";"):
                return isArchive(cursor.position..<index)
            case UInt8(ascii: "@"), UInt8(ascii: "("):
                return false
            default:
                index += 1
            }
        }
        return isArchive(cursor.rest)
    }

    /// Whether this is a scheme: `https` before `://`, `file` even without the slashes, or a Windows drive letter.
    private func isScheme(_ range: Range<Int>) -> Bool {
        guard let first = range.first, cursor.bytes[first].isASCIILetter else { return false }
        guard range.count > 1, !isText(range, "file") else { return true }
        guard cursor.hasText("://", at: range.upperBound, before: cursor.end) else { return false }
        return cursor.bytes[range].allSatisfy {
            $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
    }

    private func isArchive(_ range: Range<Int>) -> Bool {
        Self.archives.contains {
            cursor.hasText($0, at: range.upperBound - $0.utf8.count, before: range.upperBound)
                && range.count > $0.utf8.count
        }
    }

    /// Reads a URL or a path, and a marker after `;`. In a URL, the `;` needs a blank on one side.
    mutating func readLocation() throws(PackageSyntaxError) {
        parts.kind = .location
        let all = cursor.rest
        let scheme = cursor.firstIndex(of: UInt8(ascii: ":"), in: all)
        let isURL = scheme.map { cursor.hasText("://", at: $0, before: all.upperBound) } ?? false
        var end = all.upperBound
        for index in all where cursor.bytes[index] == UInt8(ascii: ";") {
            let hasBlank =
                cursor.bytes[index - (index > all.lowerBound ? 1 : 0)].isBlank
                || index + 1 < all.upperBound && cursor.bytes[index + 1].isBlank
            guard hasBlank || !isURL else { continue }
            end = index
            break
        }
        let location = cursor.trimmed(all.lowerBound..<end)
        if isURL, let blank = location.first(where: { cursor.bytes[$0].isASCIIWhitespace }) {
            throw cursor.failure(.invalidURL, at: blank)
        }
        parts.url = location
        try readNameAndExtras(in: location)
        guard end < all.upperBound else { return }
        cursor.enter((end + 1)..<all.upperBound)
        try readMarker()
    }

    /// Reads the name after `#egg=` or before the version in a file's name, and the extras after either of them.
    private mutating func readNameAndExtras(in location: Range<Int>) throws(PackageSyntaxError) {
        var path = location
        let end = cursor.end
        if let fragment = cursor.firstIndex(of: UInt8(ascii: "#"), in: location) {
            path = location.lowerBound..<fragment
            try readEgg(in: (fragment + 1)..<location.upperBound)
        } else if location.last.map({ cursor.bytes[$0] }) == UInt8(ascii: "]"),
            let bracket = cursor.lastIndex(of: UInt8(ascii: "["), in: location)
        {
            path = cursor.trimmed(location.lowerBound..<bracket)
            cursor.enter((bracket + 1)..<location.upperBound)
            parts.extras = try readExtras()
        }
        cursor.enter(location.upperBound..<end)
        parts.file = DistributionFileName(atEndOf: cursor.bytes[path])
    }

    /// Reads `egg=name[extra]`, alone or between `&`.
    private mutating func readEgg(in fragment: Range<Int>) throws(PackageSyntaxError) {
        var start = fragment.lowerBound
        while !cursor.hasText("egg=", at: start, before: fragment.upperBound) {
            guard let next = cursor.firstIndex(of: UInt8(ascii: "&"), in: start..<fragment.upperBound) else { return }
            start = next + 1
        }
        cursor.enter((start + 4)..<fragment.upperBound)
        let name = cursor.take(while: \.isInName)
        guard !name.isEmpty else { return }
        parts.name = name
        if cursor.take(UInt8(ascii: "[")) { parts.extras = try readExtras() }
    }
}
