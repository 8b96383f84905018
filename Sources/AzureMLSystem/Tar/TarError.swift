internal import AzureMLSupport

/// Why an archive cannot be read, and at which entry.
package struct TarError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Error, Sendable, Hashable {
        /// It ends where more has to come.
        case truncated
        /// What should be a header has another checksum.
        case checksum
        /// A header that neither POSIX nor GNU tar has had since 1988.
        case format
        /// A number that cannot be read.
        case number
        /// A record of an extended header that cannot be read.
        case record
        /// An entry that is neither a file nor a folder; what it is, in words.
        case kind(String)
        /// A path that leads out of the folder or cannot be one; why, in words.
        case path(String)
        case tooManyMembers(limit: Int)
        case tooLarge(limit: Int)
        /// Something stands behind the end.
        case trailingData
    }

    package let reason: Reason
    /// The entry's path as the archive spells it; `nil` where none is known.
    package let entry: String?
    /// Where the entry's header begins, in bytes.
    package let offset: Int

    package var reasonText: String {
        switch reason {
        case .truncated: "the archive ends where more has to come"
        case .checksum: "the checksum of a header is wrong"
        case .format: "a header is neither one of POSIX (ustar, pax) nor one of GNU tar"
        case .number: "a number in a header cannot be read"
        case .record: "an extended header cannot be read"
        case .kind(let kind): "it is \(kind)"
        case .path(let reason): "its path \(reason)"
        case .tooManyMembers(let limit): "the archive has more than \(limit) entries"
        case .tooLarge(let limit): "the archive holds more than \(limit) bytes"
        case .trailingData: "something stands behind the end of the archive"
        }
    }

    package var description: String {
        let place = entry.map { "entry '\($0)' at byte \(offset)" } ?? "byte \(offset)"
        return "\(place): \(reasonText)".escapingControlCharacters
    }
}
