extension Array where Element: Equatable {
    /// Whether all elements are in the other array in the same order.
    package func isSubsequence(of other: [Element]) -> Bool {
        var rest = self[...]
        for element in other where element == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
