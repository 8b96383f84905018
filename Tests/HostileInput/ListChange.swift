internal import CondaDependencies

/// A list of a specification before and after an edit.
struct ListChange {
    let before: [String]
    let after: [String]

    init(_ before: [String], _ after: [String]) {
        self.before = before
        self.after = after
    }

    var isNone: Bool { Self.areEqual(before, after) }

    /// Whether the text was appended, or nothing changed if it was already listed.
    func isAddition(of text: String) -> Bool {
        before.contains { $0.hasBytes(of: text) } ? isNone : Self.areEqual(before + [text], after)
    }

    /// Whether all matching entries were removed, and no others. A malformed entry may match or not.
    func isRemoval(_ matches: (String) -> Bool?) -> Bool {
        let kept = before.filter { matches($0) == false }.map { Array($0.utf8) }
        let left = after.map { Array($0.utf8) }
        return !after.contains { matches($0) == true }
            && kept.isSubsequence(of: left) && left.isSubsequence(of: before.map { Array($0.utf8) })
    }

    /// Whether the text replaced all matching entries, or was appended if there were no matches.
    func isReplacement(by text: String, of matches: (String) -> Bool?) -> Bool {
        guard let position = after.lastIndex(where: { $0.hasBytes(of: text) }) else { return false }
        if before.allSatisfy({ matches($0) == false }) { return isAddition(of: text) }
        var others = after
        others.remove(at: position)
        return ListChange(before, others).isRemoval(matches)
    }

    func isAdditionOfCondaPackage(_ package: String) -> Bool {
        let isPython = EntryName.conda("python")
        guard isPython(package) == true, !before.contains(where: { $0.hasBytes(of: package) }) else {
            return isAddition(of: package)
        }
        return isReplacementOfPython { $0.hasBytes(of: package) }
            || before.allSatisfy { isPython($0) != true }
                && isAddition(of: package)
    }

    func isPinningOfPython(to version: String) -> Bool {
        let isPython = EntryName.conda("python")
        let isPinned = { (entry: String) in entry.hasSuffix("python=\(version)") }
        if isNone { return before.contains { (try? CondaMatchSpec($0).pinnedVersion) == version } }
        return isReplacementOfPython(isPinned)
            || before.allSatisfy { isPython($0) != true }
                && isAddition(of: "python=\(version)")
    }

    /// Whether exactly one entry that may name Python was replaced in place.
    private func isReplacementOfPython(_ isNew: (String) -> Bool) -> Bool {
        guard before.count == after.count else { return false }
        let changed = before.indices.filter { !before[$0].hasBytes(of: after[$0]) }
        guard changed.count == 1, let position = changed.first else { return false }
        return EntryName.conda("python")(before[position]) != false && isNew(after[position])
    }

    /// Whether the entries of that text were removed or, when there were none and the text is only a name, those of
    /// that name.
    func isRemovalOfCondaPackage(_ package: String) -> Bool {
        if before.contains(where: { $0.hasBytes(of: package) }) { return isRemoval { $0.hasBytes(of: package) } }
        guard let spec = try? CondaMatchSpec(package), spec.name.hasBytes(of: package.lowercased()) else {
            return isNone
        }
        return isRemoval(EntryName.conda(package))
    }

    private static func areEqual(_ left: [String], _ right: [String]) -> Bool {
        left.elementsEqual(right) { $0.hasBytes(of: $1) }
    }
}
