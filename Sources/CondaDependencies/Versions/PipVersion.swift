/// A version as packaging orders it.
///
/// Source: PEP 440.
///
/// > Python: `packaging.version.Version`
package struct PipVersion: PackageVersion {
    /// A part of what stands behind `+`: numbers come behind texts.
    enum LocalPart: Sendable, Hashable, Comparable {
        case text([UInt8])
        case number(VersionNumeral)

        static func < (left: LocalPart, right: LocalPart) -> Bool {
            switch (left, right) {
            case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
            case (.number(let left), .number(let right)): left < right
            case (.text, .number): true
            case (.number, .text): false
            }
        }
    }

    /// In the order of the releases that they mark.
    enum Stage: Int, Sendable, Hashable, Comparable {
        case alpha, beta, candidate

        static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
    }

    struct PreRelease: Sendable, Hashable, Comparable {
        let stage: Stage
        let number: VersionNumeral

        static func < (left: PreRelease, right: PreRelease) -> Bool {
            (left.stage, left.number) < (right.stage, right.number)
        }
    }

    private(set) var epoch = VersionNumeral.zero
    /// The numbers between dots, without zeros at the end.
    private(set) var release: [VersionNumeral] = []
    private(set) var preRelease: PreRelease?
    private(set) var postRelease: VersionNumeral?
    private(set) var developmentRelease: VersionNumeral?
    private(set) var local: [LocalPart] = []
    /// How many numbers were written, zeros at the end included.
    private(set) var writtenCount = 0

    package init?(_ text: String) {
        var reader = PipVersionReader(text)
        guard let parts = reader.read() else { return nil }
        self = parts
    }

    init(
        epoch: VersionNumeral,
        numbers: [VersionNumeral],
        preRelease: PreRelease? = nil,
        postRelease: VersionNumeral? = nil,
        developmentRelease: VersionNumeral? = nil,
        local: [LocalPart] = []
    ) {
        self.epoch = epoch
        writtenCount = numbers.count
        release = Array(numbers.prefix(through: numbers.lastIndex { $0 != .zero } ?? -1))
        self.preRelease = preRelease
        self.postRelease = postRelease
        self.developmentRelease = developmentRelease
        self.local = local
    }

    /// The number at a position; those that are not written are 0.
    private func number(at position: Int) -> VersionNumeral {
        position < release.count ? release[position] : .zero
    }

    var isPreRelease: Bool { preRelease != nil || developmentRelease != nil }

    /// What comes before all other pre-releases of this version.
    private var firstDevelopmentRelease: PipVersion {
        var version = withoutLocal
        version.developmentRelease = .zero
        return version
    }

    private func isPostRelease(of other: PipVersion) -> Bool {
        postRelease != nil && other.postRelease == nil && other.developmentRelease == nil
            && (epoch, release) == (other.epoch, other.release) && preRelease == other.preRelease
    }

    /// All but what stands behind `+`.
    var withoutLocal: PipVersion {
        var version = self
        version.local = []
        return version
    }

    package static func == (left: PipVersion, right: PipVersion) -> Bool {
        left.epoch == right.epoch && left.release == right.release && left.preRelease == right.preRelease
            && left.postRelease == right.postRelease && left.developmentRelease == right.developmentRelease
            && left.local == right.local
    }

    package static func < (left: PipVersion, right: PipVersion) -> Bool {
        if left.epoch != right.epoch { return left.epoch < right.epoch }
        if left.release != right.release { return left.release.lexicographicallyPrecedes(right.release) }
        if left.stageRank != right.stageRank { return left.stageRank < right.stageRank }
        if let one = left.preRelease, let other = right.preRelease, one != other { return one < other }
        if left.postRelease != right.postRelease {
            guard let one = left.postRelease else { return true }
            return right.postRelease.map { one < $0 } ?? false
        }
        if left.developmentRelease != right.developmentRelease {
            guard let one = left.developmentRelease else { return false }
            return right.developmentRelease.map { one < $0 } ?? true
        }
        return left.local.lexicographicallyPrecedes(right.local)
    }

    /// `1.0.dev1` comes before `1.0a1`, and that before `1.0` and `1.0.post1`.
    private var stageRank: Int {
        if preRelease != nil { return 1 }
        return postRelease == nil && developmentRelease != nil ? 0 : 2
    }
}

/// Source: PEP 440, "Version specifiers". A pre-release that is asked for by its name is taken.
extension PipVersion {
    package func hasPrefix(_ prefix: PipVersion) -> Bool {
        epoch == prefix.epoch && (0..<prefix.writtenCount).allSatisfy { number(at: $0) == prefix.number(at: $0) }
    }

    package func matches(_ other: PipVersion) -> Bool {
        (other.local.isEmpty ? withoutLocal : self) == other
    }

    package func isAbove(_ bound: PipVersion, isInclusive: Bool) -> Bool {
        // A post-release of a version is no version behind it.
        isInclusive ? withoutLocal >= bound : withoutLocal > bound && !isPostRelease(of: bound)
    }

    package func isBelow(_ bound: PipVersion, isInclusive: Bool) -> Bool {
        if isInclusive { return withoutLocal <= bound }
        // A pre-release of a version is no version before it, unless the bound is one.
        return self < (bound.isPreRelease ? bound : bound.firstDevelopmentRelease)
    }

    package static func compatiblePrefix(of text: String) -> PipVersion? {
        guard let version = PipVersion(text), version.writtenCount > 1 else { return nil }
        return PipVersion(epoch: version.epoch, numbers: (0..<(version.writtenCount - 1)).map(version.number))
    }
}
