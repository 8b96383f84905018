/// The byte order mark that some editors write at the start of a file.
package enum ByteOrderMark {
    /// U+FEFF in UTF-8.
    package static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
}
