/// The kind of an entry in the file system.
package enum FileKind: Sendable, Hashable {
    case regularFile
    case folder
    case link
    /// A FIFO, a socket or a device.
    case other
}
