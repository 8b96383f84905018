/// The layouts of the collections that edits have touched, in the order in which they became known.
struct LayoutTable: Sendable {
    /// A layout of a table. Only ``append(_:)`` makes one and no layout is ever taken out, so that it always names one.
    struct ID: PackableIndex {
        let position: Int32

        fileprivate init(_ position: Int) {
            self.position = Int32(truncatingIfNeeded: position)
        }

        init(unpacking position: Int32) {
            self.position = position
        }
    }

    /// The place of an item, a key or a value: the layout of its collection, and its slot there.
    struct Place: Sendable {
        let layout: ID
        let slot: CollectionLayout.SlotIndex
    }

    private var layouts: ContiguousArray<CollectionLayout> = []

    subscript(id: ID) -> CollectionLayout {
        get { layouts[Int(id.position)] }
        _modify { yield &layouts[Int(id.position)] }
    }

    subscript(place: Place) -> CollectionLayout.Slot {
        get { layouts[Int(place.layout.position)][place.slot] }
        _modify { yield &layouts[Int(place.layout.position)][place.slot] }
    }

    mutating func append(_ layout: CollectionLayout) -> ID {
        layouts.append(layout)
        return ID(layouts.count - 1)
    }
}
