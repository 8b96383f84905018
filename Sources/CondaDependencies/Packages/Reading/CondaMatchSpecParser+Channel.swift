extension CondaMatchSpecParser {
    /// The platform folders that channels have.
    private static let subdirectories = [
        "noarch", "linux-64", "linux-32", "linux-aarch64", "linux-armv6l", "linux-armv7l", "linux-ppc64le",
        "linux-ppc64", "linux-s390x", "linux-riscv32", "linux-riscv64", "osx-64", "osx-arm64", "win-32", "win-64",
        "win-arm64", "freebsd-64", "emscripten-wasm32", "wasi-wasm32", "zos-z",
    ]

    /// Reads a name or a URL, with or without a platform folder at its end.
    mutating func readChannel(_ range: Range<Int>) throws(PackageSyntaxError) {
        guard !range.isEmpty else { return }
        if let colon = cursor.firstIndex(of: UInt8(ascii: ":"), in: range) {
            let isURL = cursor.hasText("://", at: colon, before: range.upperBound) && colon > range.lowerBound
            let isAlone = cursor.lastIndex(of: UInt8(ascii: ":"), in: range) == colon || isURL
            guard isURL, isAlone, colon + 3 < range.upperBound else {
                throw cursor.failure(.invalidChannel, at: range.lowerBound)
            }
        }
        let channel = withoutFinalSlashes(range)
        guard let slash = lastSlash(in: channel), slash > channel.lowerBound,
            isSubdirectory((slash + 1)..<channel.upperBound)
        else {
            parts.channel = channel
            return
        }
        parts.channel = withoutFinalSlashes(channel.lowerBound..<slash)
        parts.subdirectory = (slash + 1)..<channel.upperBound
    }

    /// Reads the URL or path of a package file, and takes the name, version and build from its file name.
    ///
    /// - Returns: Whether the spec is a package file.
    mutating func readPackageFile() throws(PackageSyntaxError) -> Bool {
        let all = cursor.rest
        // The last byte of either extension rules out most specs at once.
        guard let last = all.last, cursor.bytes[last] == UInt8(ascii: "a") || cursor.bytes[last] == UInt8(ascii: "2")
        else { return false }
        let isConda = cursor.hasText(".conda", at: all.upperBound - 6, before: all.upperBound)
        guard isConda || cursor.hasText(".tar.bz2", at: all.upperBound - 8, before: all.upperBound) else {
            return false
        }
        let slash = lastSlash(in: all)
        let stem = (slash.map { $0 + 1 } ?? all.lowerBound)..<(all.upperBound - (isConda ? 6 : 8))
        let dash = UInt8(ascii: "-")
        guard let second = cursor.lastIndex(of: dash, in: stem),
            let first = cursor.lastIndex(of: dash, in: stem.lowerBound..<second),
            first > stem.lowerBound, second > first + 1, second + 1 < stem.upperBound,
            cursor.bytes[stem.lowerBound..<first].allSatisfy(\.isInName)
        else {
            guard slash == nil else { throw cursor.failure(.invalidFileName, at: stem.lowerBound) }
            return false
        }
        parts.packageFile = all
        parts.name = stem.lowerBound..<first
        parts.version = version(ofFile: (first + 1)..<second)
        parts.build = (second + 1)..<stem.upperBound
        guard let slash else { return true }
        let folder = withoutFinalSlashes(all.lowerBound..<slash)
        if let parent = lastSlash(in: folder), isSubdirectory((parent + 1)..<folder.upperBound) {
            parts.channel = withoutFinalSlashes(folder.lowerBound..<parent)
            parts.subdirectory = (parent + 1)..<folder.upperBound
        }
        return true
    }

    /// Returns the constraint for the version in the name of a package file, which matches only that version.
    private func version(ofFile range: Range<Int>) -> ReadConstraint {
        var constraint = ReadConstraint(text: range)
        constraint.pinned = range
        var part = cursor
        part.enter(cursor.trimmed(range))
        let version = (try? CondaVersionReader.read(&part)) ?? nil
        constraint.append(.none, part.isAtEnd ? version : nil)
        return constraint
    }

    private func isSubdirectory(_ range: Range<Int>) -> Bool {
        Self.subdirectories.contains {
            $0.utf8.count == range.count && cursor.hasText($0, at: range.lowerBound, before: range.upperBound)
        }
    }

    private func lastSlash(in range: Range<Int>) -> Int? {
        for index in range.reversed() {
            let byte = cursor.bytes[index]
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") { return index }
        }
        return nil
    }

    private func withoutFinalSlashes(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound + 1, cursor.bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
        return range.lowerBound..<end
    }
}
