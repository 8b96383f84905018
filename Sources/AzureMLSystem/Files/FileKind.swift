/// What lies at a path.
package enum FileKind: Sendable, Hashable {
    case regularFile
    case folder
    case link
    /// A FIFO, a socket or a device.
    case other
}
