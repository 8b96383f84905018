extension BidirectionalCollection<UInt8> {
    /// Whether the last bytes are those of a text.
    @inlinable package func ends(with text: String) -> Bool {
        suffix(text.utf8.count).elementsEqual(text.utf8)
    }
}
