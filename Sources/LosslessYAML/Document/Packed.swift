/// A position in a table, or none, in four bytes. An `Optional` takes eight, and a record of a node holds six of them.
@propertyWrapper struct Packed<Index: PackableIndex>: Sendable {
    private var position: Int32

    init(wrappedValue: Index?) {
        position = wrappedValue?.position ?? -1
    }

    var wrappedValue: Index? {
        get { position < 0 ? nil : Index(position: position) }
        set { position = newValue?.position ?? -1 }
    }
}

/// A position in a table, which is never negative. Only its table makes one; ``Packed`` gives back one that it was given.
protocol PackableIndex: Sendable {
    var position: Int32 { get }

    init(position: Int32)
}

extension PackableIndex {
    init(arrayIndex: Int) {
        self.init(position: Int32(truncatingIfNeeded: arrayIndex))
    }

    var arrayIndex: Int { Int(position) }
}
