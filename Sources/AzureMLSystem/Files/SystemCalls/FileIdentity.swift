/// The identity of a file: it is equal for two descriptors of the same file.
struct FileIdentity: Hashable {
    var device: UInt64
    var number: UInt64
}
