/// The identity of a file or folder with its stamp. It differs when another one has its name, and nearly always when it
/// has changed.
package struct FileState: Sendable, Hashable {
    let identity: FileIdentity
    package let stamp: DirectoryStamp

    init(_ status: SystemCalls.Status) {
        identity = status.identity
        stamp = DirectoryStamp.simulation?(status.stamp) ?? status.stamp
    }

    /// All numbers of the state, each as 8 bytes, by which states can be compared later.
    package var bytes: [UInt8] {
        let numbers = [stamp.seconds, stamp.nanoseconds, stamp.links, stamp.size].map { UInt64(bitPattern: Int64($0)) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48)
        for number in [identity.device, identity.number] + numbers {
            for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        return bytes
    }
}
