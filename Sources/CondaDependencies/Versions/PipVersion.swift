/// A version as the Python library `packaging` orders it.
///
/// Source: PEP 440.
///
/// > Python: `packaging.version.Version`
struct PipVersion: PackageVersion {
    /// A part of the local version, which follows `+`. Numbers sort after texts.
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

    /// The kinds of pre-release, in their order.
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

    /// The parts that few versions have.
    struct Marks: Sendable, Hashable {
        var epoch = VersionNumeral.zero
        var preRelease: PreRelease?
        var postRelease: VersionNumeral?
        var developmentRelease: VersionNumeral?
        var local: [LocalPart] = []
    }

    /// Boxed to save memory, because nearly every version has no marks.
    private indirect enum MarksBox {
        case none
        case some(Marks)
    }

    /// The numbers between dots as written, including trailing zeros.
    var release = DottedNumbers()
    private var box = MarksBox.none

    var marks: Marks {
        get {
            switch box {
            case .none: Marks()
            case .some(let marks): marks
            }
        }
        set { box = newValue == Marks() ? .none : .some(newValue) }
    }

    init?(_ text: String) {
        var cursor = LineCursor(text)
        var reader = PipVersionReader()
        do throws(PackageSyntaxError) {
            try reader.readRelease(&cursor)
            reader.readMarks(&cursor)
            try reader.readLocal(&cursor)
        } catch {
            return nil
        }
        guard cursor.isAtEnd else { return nil }
        self = reader.version
    }

    /// Creates an empty version for a reader to fill.
    init() {}

    private var isPreRelease: Bool { marks.preRelease != nil || marks.developmentRelease != nil }

    /// The version that sorts before all other pre-releases of this version.
    private var firstDevelopmentRelease: PipVersion {
        var version = withoutLocal
        version.marks.developmentRelease = .zero
        return version
    }

    private func isPostRelease(of other: PipVersion) -> Bool {
        let (own, others) = (marks, other.marks)
        return own.postRelease != nil && others.postRelease == nil && others.developmentRelease == nil
            && own.epoch == others.epoch && own.preRelease == others.preRelease && hasRelease(of: other)
    }

    private func hasRelease(of other: PipVersion) -> Bool {
        (0..<max(release.count, other.release.count)).allSatisfy { release[$0] == other.release[$0] }
    }

    /// This version without its local version, which follows `+`.
    private var withoutLocal: PipVersion {
        var version = self
        version.marks.local = []
        return version
    }
}

extension PipVersion: Comparable {
    static func == (left: PipVersion, right: PipVersion) -> Bool {
        left.marks == right.marks && left.hasRelease(of: right)
    }

    static func < (left: PipVersion, right: PipVersion) -> Bool {
        let (own, other) = (left.marks, right.marks)
        if own.epoch != other.epoch { return own.epoch < other.epoch }
        for position in 0..<max(left.release.count, right.release.count) {
            let (one, another) = (left.release[position], right.release[position])
            if one != another { return one < another }
        }
        return own < other
    }
}

extension PipVersion.Marks: Comparable {
    /// Orders versions that have the same epoch and the same numbers.
    static func < (left: PipVersion.Marks, right: PipVersion.Marks) -> Bool {
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

    /// The rank by which `1.0.dev1` sorts before `1.0a1`, which sorts before `1.0` and `1.0.post1`.
    private var stageRank: Int {
        if preRelease != nil { return 1 }
        return postRelease == nil && developmentRelease != nil ? 0 : 2
    }
}

/// Source: PEP 440, "Version specifiers". Pre-releases count, because pip accepts one that is requested explicitly.
extension PipVersion {
    func hasPrefix(_ prefix: PipVersion) -> Bool {
        marks.epoch == prefix.marks.epoch
            && (0..<prefix.release.count).allSatisfy { release[$0] == prefix.release[$0] }
    }

    func matches(_ other: PipVersion) -> Bool {
        (other.marks.local.isEmpty ? withoutLocal : self) == other
    }

    func isAbove(_ bound: PipVersion, isInclusive: Bool) -> Bool {
        // `>1.0` excludes post-releases of 1.0 (PEP 440).
        isInclusive ? withoutLocal >= bound : withoutLocal > bound && !isPostRelease(of: bound)
    }

    func isBelow(_ bound: PipVersion, isInclusive: Bool) -> Bool {
        if isInclusive { return withoutLocal <= bound }
        // `<1.0` excludes pre-releases of 1.0, unless the bound is itself a pre-release (PEP 440).
        return self < (bound.isPreRelease ? bound : bound.firstDevelopmentRelease)
    }

    var compatiblePrefix: PipVersion? {
        guard release.count > 1 else { return nil }
        var prefix = PipVersion()
        for position in 0..<(release.count - 1) { prefix.release.append(release[position]) }
        prefix.marks.epoch = marks.epoch
        return prefix
    }

    static func version(in condition: VersionCondition) -> PipVersion? { condition.pip }
}
