/// The layouts of the collections that edits have touched, in the order in which they became known.
struct LayoutTable: Sendable {
    /// A layout of a table. Only ``append(_:)`` makes one and no layout is ever taken out, so that it always names one.
    struct ID: PackableIndex {
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

    mutating func append(_ layout: CollectionLayout) -> ID {
        layouts.append(layout)
        return ID(arrayIndex: layouts.count - 1)
    }
}
