/// An optional position in a table, in four bytes. An `Optional` takes eight, and the record of a node has six of them.
@propertyWrapper struct CompactOptional<Index: CompactIndex>: Sendable {
    private var position: Int32

    init(wrappedValue: Index?) {
        position = wrappedValue?.position ?? -1
    }

    var wrappedValue: Index? {
        get { position < 0 ? nil : Index(position: position) }
        set { position = newValue?.position ?? -1 }
    }
}

/// A position in a table, which is never negative. Only its table makes one; ``CompactOptional`` returns one that it
/// was given.
protocol CompactIndex: Sendable {
    var position: Int32 { get }

    init(position: Int32)
}

extension CompactIndex {
    init(arrayIndex: Int) {
        self.init(position: Int32(truncatingIfNeeded: arrayIndex))
    }

    var arrayIndex: Int { Int(position) }
}
