extension String {
    /// The text without blanks and tabs at both ends.
    var trimmingBlanks: Substring { self[...].trimmingBlanks }
}

extension Substring {
    /// The text without blanks and tabs at both ends.
    var trimmingBlanks: Substring {
        let start = utf8.firstIndex { !$0.isBlank } ?? endIndex
        let end = utf8.lastIndex { !$0.isBlank }.map { utf8.index(after: $0) } ?? start
        return self[start..<end]
    }
}
