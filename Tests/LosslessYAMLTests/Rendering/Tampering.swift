import TestSupport

@testable import LosslessYAML

/// Damage to the layout or the nodes of an edited document, as a defect of an edit could cause it.
enum Tampering {
    /// Changes a random list or mapping; does nothing when no layout is known.
    static func tamper(with document: inout YAMLDocument, _ random: inout SplitMix64) {
        guard let layout = random.element(of: Array(document.layouts.all)),
            let slot = random.element(of: Array(document.layouts[layout].indices)),
            let other = random.element(of: Array(document.layouts[layout].indices))
        else { return }
        let place = LayoutTable.Place(layout: layout, slot: slot)
        let otherEntry = document.layouts[layout][other].entry
        let value = document.layouts[place].entry.value
        switch random.next(below: 12) {
        case 0: shift(&document.layouts[place].entry.valueText, in: document, &random)
        case 1: shift(&document.layouts[place].entry.opening, in: document, &random)
        case 2: shift(&document.layouts[place].entry.tail, in: document, &random)
        case 3: shift(&document.layouts[place].entry.lead, in: document, &random)
        case 4: shift(&document.layouts[place].separator, in: document, &random)
        case 5: shift(&document.layouts[layout].foot, in: document, &random)
        case 6: shift(&document[value].text, in: document, &random)
        case 7: shift(&document[value].content, in: document, &random)
        case 8: document.layouts[place].entry.value = otherEntry.value
        case 9: document.layouts[place].entry = otherEntry
        case 10: document.layouts[layout].removeEntry(at: slot)
        default: document[value].content = document[otherEntry.value].content
        }
        document.markEdited(document.layouts[layout].collection)
    }

    /// Moves the ends of a range of the source by up to two bytes.
    private static func shift(_ range: inout TextRange, in document: YAMLDocument, _ random: inout SplitMix64) {
        let end = Int32(document.source.bytes.count)
        guard range.upperBound <= end else { return }
        let lower = min(max(0, range.lowerBound + Int32(random.next(below: 5)) - 2), end)
        let upper = min(max(lower, range.upperBound + Int32(random.next(below: 5)) - 2), end)
        range = lower..<upper
    }
}
