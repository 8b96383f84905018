/// The type bytes of headers: those of the allowed members, and those of headers with more values for the member after
/// them.
enum TarType {
    static let file = UInt8(ascii: "0")
    static let link = UInt8(ascii: "2")
    static let folder = UInt8(ascii: "5")
    /// POSIX records.
    static let extended = UInt8(ascii: "x")
    /// A long path in the GNU tar format.
    static let longPath = UInt8(ascii: "L")
}
