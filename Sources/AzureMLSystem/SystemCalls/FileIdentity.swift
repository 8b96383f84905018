/// What makes two descriptors the same file.
struct FileIdentity: Hashable {
    var device: UInt64
    var number: UInt64
}
