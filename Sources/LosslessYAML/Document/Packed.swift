/// A position in a table, or none, in four bytes. An `Optional` takes eight, and a record of a node holds six of them.
@propertyWrapper struct Packed<Index: PackableIndex>: Sendable {
    private var position: Int32

    init(wrappedValue: Index?) {
        position = wrappedValue?.position ?? -1
    }

    var wrappedValue: Index? {
        get { position < 0 ? nil : Index(unpacking: position) }
        set { position = newValue?.position ?? -1 }
    }
}

/// A position in a table, which is never negative.
protocol PackableIndex: Sendable {
    var position: Int32 { get }

    /// Gives back a position that a table has made; only ``Packed`` calls this.
    init(unpacking position: Int32)
}
