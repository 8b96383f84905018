/// A version as conda orders it.
///
/// Source: the documentation of `conda.models.version.VersionOrder`.
///
/// > Python: `conda.models.version.VersionOrder`
package struct CondaVersion: PackageVersion {
    /// A run of digits or of other characters. A text comes before any number, and `post` behind all of them.
    enum Part: Sendable, Hashable, Comparable {
        case text([UInt8])
        case number(VersionNumeral)
        case post

        static let zero = Part.number(.zero)

        static func < (left: Part, right: Part) -> Bool {
            switch (left, right) {
            case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
            case (.number(let left), .number(let right)): left < right
            default: left.rank < right.rank
            }
        }

        private var rank: Int {
            switch self {
            case .text: 0
            case .number: 1
            case .post: 2
            }
        }
    }

    /// The epoch, and what stands between dots.
    private let release: [[Part]]
    /// What stands behind `+`.
    private let local: [[Part]]

    package init?(_ text: String) {
        var cursor = SpecificationCursor(text)
        cursor.trim()
        var bytes = cursor.bytes[cursor.rest].map(\.lowercased)
        let (dash, underscore) = (UInt8(ascii: "-"), UInt8(ascii: "_"))
        if !bytes.contains(underscore) { bytes = bytes.map { $0 == dash ? underscore : $0 } }
        guard !bytes.isEmpty, bytes.allSatisfy({ $0.isAlphanumeric || "*.+!_".utf8.contains($0) }) else { return nil }

        let epochs = bytes.split(separator: UInt8(ascii: "!"), omittingEmptySubsequences: false)
        guard epochs.count <= 2, let rest = epochs.last else { return nil }
        let epoch = epochs.count == 2 ? epochs[0] : [UInt8(ascii: "0")]
        guard !epoch.isEmpty, epoch.allSatisfy(\.isDigit) else { return nil }

        let sides = rest.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
        guard sides.count <= 2, let release = Self.components(of: sides[0], keepingLastUnderscore: true) else {
            return nil
        }
        guard let local = sides.count == 2 ? Self.components(of: sides[1], keepingLastUnderscore: false) : [] else {
            return nil
        }
        self.release = [[.number(VersionNumeral(epoch))]] + release
        self.local = local
    }

    /// `nil` when nothing stands between two separators.
    ///
    /// An underscore at the end is part of the last component, as in old versions of openssl: `1.0.1_` is before `1.0.1a`.
    private static func components(of bytes: ArraySlice<UInt8>, keepingLastUnderscore: Bool) -> [[Part]]? {
        let underscore = UInt8(ascii: "_")
        let keepsUnderscore = keepingLastUnderscore && bytes.last == underscore
        var components = (keepsUnderscore ? bytes.dropLast() : bytes)
            .split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == underscore }
            .map { Array($0) }
        if keepsUnderscore { components[components.count - 1].append(underscore) }
        guard components.allSatisfy({ !$0.isEmpty }) else { return nil }
        return components.map(parts)
    }

    private static func parts(of component: [UInt8]) -> [Part] {
        func kind(_ byte: UInt8) -> Int { byte.isDigit ? 0 : byte == UInt8(ascii: "*") ? 1 : 2 }
        var parts: [Part] = []
        var rest = component[...]
        // Numbers and texts stay in step: each component begins with a number.
        if let first = rest.first, !first.isDigit { parts.append(.zero) }
        while let first = rest.first {
            let run = rest.prefix { kind($0) == kind(first) }
            rest = rest[run.endIndex...]
            switch String(decoding: run, as: UTF8.self) {
            case _ where first.isDigit: parts.append(.number(VersionNumeral(run)))
            case "post": parts.append(.post)
            // Upper case comes before `_` and all letters.
            case "dev": parts.append(.text(Array("DEV".utf8)))
            default: parts.append(.text(Array(run)))
            }
        }
        return parts
    }

    /// The first difference of two lists of components; missing parts are 0.
    private static func difference(
        _ left: some RandomAccessCollection<[Part]>,
        _ right: some RandomAccessCollection<[Part]>
    ) -> (left: Part, right: Part)? {
        let (left, right) = (Array(left), Array(right))
        for position in 0..<max(left.count, right.count) {
            let leftParts = position < left.count ? left[position] : []
            let rightParts = position < right.count ? right[position] : []
            for index in 0..<max(leftParts.count, rightParts.count) {
                let leftPart = index < leftParts.count ? leftParts[index] : .zero
                let rightPart = index < rightParts.count ? rightParts[index] : .zero
                if leftPart != rightPart { return (leftPart, rightPart) }
            }
        }
        return nil
    }

    package static func == (left: CondaVersion, right: CondaVersion) -> Bool {
        difference(left.release, right.release) == nil && difference(left.local, right.local) == nil
    }

    package static func < (left: CondaVersion, right: CondaVersion) -> Bool {
        guard let found = difference(left.release, right.release) ?? difference(left.local, right.local) else {
            return false
        }
        return found.left < found.right
    }
}

extension CondaVersion {
    package func hasPrefix(_ prefix: CondaVersion) -> Bool {
        let (own, wanted) = prefix.local.isEmpty ? (release, prefix.release) : (local, prefix.local)
        if !prefix.local.isEmpty, Self.difference(release, prefix.release) != nil { return false }
        guard let lastComponent = wanted.last, let lastPart = lastComponent.last else { return true }
        let end = wanted.count - 1
        guard Self.difference(own.prefix(end), wanted.prefix(end)) == nil else { return false }
        let ownComponent = end < own.count ? own[end] : []
        let partEnd = lastComponent.count - 1
        let ownParts = Array(ownComponent.prefix(partEnd))
        guard Self.difference([ownParts], [Array(lastComponent.prefix(partEnd))]) == nil else { return false }
        let ownPart = partEnd < ownComponent.count ? ownComponent[partEnd] : .zero
        guard case .text(let wantedText) = lastPart else { return ownPart == lastPart }
        guard case .text(let ownText) = ownPart else { return false }
        return ownText.starts(with: wantedText)
    }

    package func matches(_ other: CondaVersion) -> Bool { self == other }

    package func isAbove(_ bound: CondaVersion, isInclusive: Bool) -> Bool {
        isInclusive ? self >= bound : self > bound
    }

    package func isBelow(_ bound: CondaVersion, isInclusive: Bool) -> Bool {
        isInclusive ? self <= bound : self < bound
    }

    package static func compatiblePrefix(of text: String) -> CondaVersion? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."))
        guard parts.count > 1 else { return nil }
        return CondaVersion(parts.dropLast().map { String(decoding: $0, as: UTF8.self) }.joined(separator: "."))
    }
}
