/// The bytes that say which type a header has: those of members that an archive may have, and those of headers that say
/// more of the member after them.
enum TarType {
    static let file = UInt8(ascii: "0")
    static let link = UInt8(ascii: "2")
    static let folder = UInt8(ascii: "5")
    /// Records of POSIX.
    static let extended = UInt8(ascii: "x")
    /// A long path of GNU tar.
    static let longPath = UInt8(ascii: "L")
}
