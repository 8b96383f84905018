/// The layouts of the edited collections, in the order of their first edits.
struct LayoutTable: Sendable {
    /// The position of a layout in a table. Only ``append(_:)`` makes one, and layouts are never removed, so that it is
    /// always valid.
    struct ID: CompactIndex {
        let position: Int32
    }

    /// The place of an item, a key or a value: the layout of its collection, and its slot there.
    struct Place: Sendable {
        let layout: ID
        let slot: CollectionLayout.SlotIndex
    }

    private var layouts: ContiguousArray<CollectionLayout> = []

    subscript(id: ID) -> CollectionLayout {
        get { layouts[id.arrayIndex] }
        _modify { yield &layouts[id.arrayIndex] }
    }

    subscript(place: Place) -> CollectionLayout.Slot {
        get { layouts[place.layout.arrayIndex][place.slot] }
        _modify { yield &layouts[place.layout.arrayIndex][place.slot] }
    }

    /// The positions of all layouts.
    var all: some Sequence<ID> { layouts.indices.lazy.map { ID(arrayIndex: $0) } }

    mutating func append(_ layout: CollectionLayout) -> ID {
        layouts.append(layout)
        return ID(arrayIndex: layouts.count - 1)
    }
}
