/// A version as conda orders it.
///
/// Source: the documentation of `conda.models.version.VersionOrder`.
///
/// > Python: `conda.models.version.VersionOrder`
struct CondaVersion: PackageVersion {
    /// A run of digits or letters, or a separator between components, which consist of such runs.
    ///
    /// A text sorts before every number, and `post` after every number.
    enum Part: Sendable, Hashable {
        case text([UInt8])
        case number(VersionNumeral)
        case post
        case dot
        /// `_`, or `-` with the same meaning.
        case underscore

        static var zero: Part { .number(.zero) }

        var isSeparator: Bool {
            switch self {
            case .dot, .underscore: true
            case .text, .number, .post: false
            }
        }
    }

    /// Kept small, because nearly every version is read and never compared.
    private enum Storage {
        case numbers(DottedNumbers)
        indirect case parts(epoch: VersionNumeral, release: [Part], local: [Part])
    }

    private let storage: Storage

    init?(_ text: String) {
        var cursor = LineCursor(text)
        guard let version = (try? CondaVersionReader.read(&cursor)) ?? nil, cursor.isAtEnd else { return nil }
        self = version
    }

    init(_ numbers: DottedNumbers) {
        storage = .numbers(numbers)
    }

    init(epoch: VersionNumeral, release: [Part], local: [Part]) {
        storage = .parts(epoch: epoch, release: release, local: local)
    }

    private var epoch: VersionNumeral {
        switch storage {
        case .numbers: .zero
        case .parts(let epoch, _, _): epoch
        }
    }

    /// The components, each beginning with a number, so that numbers and texts stay aligned.
    private var release: [Part] {
        switch storage {
        case .numbers(let numbers):
            Array((0..<numbers.count).map { [Part.number(numbers[$0])] }.joined(separator: [.dot]))
        case .parts(_, let release, _): release
        }
    }

    /// The components after `+`.
    private var local: [Part] {
        switch storage {
        case .numbers: []
        case .parts(_, _, let local): local
        }
    }
}

extension CondaVersion.Part: Comparable {
    static func < (left: CondaVersion.Part, right: CondaVersion.Part) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
        case (.number(let left), .number(let right)): left < right
        default: left.rank < right.rank
        }
    }

    private var rank: Int {
        switch self {
        case .dot, .underscore: -1
        case .text: 0
        case .number: 1
        case .post: 2
        }
    }
}

extension CondaVersion: Comparable {
    static func == (left: CondaVersion, right: CondaVersion) -> Bool {
        left.epoch == right.epoch && difference(left.release[...], right.release[...]) == nil
            && difference(left.local[...], right.local[...]) == nil
    }

    static func < (left: CondaVersion, right: CondaVersion) -> Bool {
        if left.epoch != right.epoch { return left.epoch < right.epoch }
        let found =
            difference(left.release[...], right.release[...]) ?? difference(left.local[...], right.local[...])
        return found.map { $0.left < $0.right } ?? false
    }

    /// Returns the first difference between two lists of components; missing parts and components count as 0.
    private static func difference(
        _ left: ArraySlice<Part>,
        _ right: ArraySlice<Part>
    ) -> (left: Part, right: Part)? {
        var (left, right) = (left, right)
        while !left.isEmpty || !right.isEmpty {
            let leftPart = left.first.flatMap { $0.isSeparator ? nil : $0 }
            let rightPart = right.first.flatMap { $0.isSeparator ? nil : $0 }
            if leftPart == nil, rightPart == nil {
                left = left.dropFirst()
                right = right.dropFirst()
                continue
            }
            let (one, other) = (leftPart ?? .zero, rightPart ?? .zero)
            if one != other { return (one, other) }
            if leftPart != nil { left.removeFirst() }
            if rightPart != nil { right.removeFirst() }
        }
        return nil
    }
}

extension CondaVersion {
    func hasPrefix(_ prefix: CondaVersion) -> Bool {
        guard epoch == prefix.epoch else { return false }
        if prefix.local.isEmpty { return Self.isPrefix(prefix.release, of: release) }
        return Self.difference(release[...], prefix.release[...]) == nil && Self.isPrefix(prefix.local, of: local)
    }

    /// Whether all components of the prefix but the last equal those of the parts, and the last is a prefix of its
    /// counterpart.
    private static func isPrefix(_ prefix: [Part], of parts: [Part]) -> Bool {
        let separators = prefix.indices.filter { prefix[$0].isSeparator }
        let lastComponent = prefix[((separators.last ?? -1) + 1)...]
        guard let lastPart = lastComponent.last else { return true }
        let start = startOfComponent(separators.count, in: parts)
        guard difference(parts[..<start], prefix[..<lastComponent.startIndex]) == nil else { return false }
        let component = parts[start...].prefix { !$0.isSeparator }
        let leading = lastComponent.dropLast()
        guard difference(component.prefix(leading.count), leading) == nil else { return false }
        let part = component.dropFirst(leading.count).first ?? .zero
        guard case .text(let wanted) = lastPart, case .text(let found) = part else { return part == lastPart }
        return found.starts(with: wanted)
    }

    /// Returns the start of the component with this number, counted from 0; the end when there are fewer components.
    private static func startOfComponent(_ number: Int, in parts: [Part]) -> Int {
        guard number > 0 else { return 0 }
        let separators = parts.indices.lazy.filter { parts[$0].isSeparator }
        return separators.dropFirst(number - 1).first.map { $0 + 1 } ?? parts.endIndex
    }

    func matches(_ other: CondaVersion) -> Bool { self == other }

    func isAbove(_ bound: CondaVersion, isInclusive: Bool) -> Bool {
        isInclusive ? self >= bound : self > bound
    }

    func isBelow(_ bound: CondaVersion, isInclusive: Bool) -> Bool {
        isInclusive ? self <= bound : self < bound
    }

    var compatiblePrefix: CondaVersion? {
        if let dot = local.lastIndex(of: .dot) {
            return CondaVersion(epoch: epoch, release: release, local: Array(local[..<dot]))
        }
        guard let dot = release.lastIndex(of: .dot) else { return nil }
        return CondaVersion(epoch: epoch, release: Array(release[..<dot]), local: [])
    }

    static func version(in condition: VersionCondition) -> CondaVersion? { condition.conda }
}
