internal import AzureMLSupport

/// The reason why a tar file cannot be read, and the entry at which reading failed.
package struct TarError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Error, Sendable, Hashable {
        /// The tar file ends too early.
        case truncated
        /// The checksum of a header is wrong.
        case checksum
        /// A header in a format that is neither POSIX (1988 and later) nor GNU tar.
        case format
        /// A number that cannot be read.
        case number
        /// A record of an extended header that cannot be read.
        case record
        /// An entry that is neither a file nor a folder, with its kind in words.
        case kind(String)
        /// A path that could lead outside the folder or is not valid, with the reason in words.
        case path(String)
        case tooManyMembers(limit: Int)
        case tooLarge(limit: Int)
        /// Data follows the end of the tar file.
        case trailingData
    }

    package let reason: Reason
    /// The entry's path as the tar file spells it; `nil` when it is not known.
    package let entry: String?
    /// The position of the entry's header in bytes.
    package let offset: Int

    package var reasonText: String {
        switch reason {
        case .truncated: "the tar file ends too early"
        case .checksum: "the checksum of a header is wrong"
        case .format: "a header is neither in POSIX (ustar, pax) nor in GNU tar format"
        case .number: "a number in a header cannot be read"
        case .record: "an extended header cannot be read"
        case .kind(let kind): "it is \(kind)"
        case .path(let reason): "its path \(reason)"
        case .tooManyMembers(let limit): "the tar file has more than \(limit) entries"
        case .tooLarge(let limit): "the tar file contains more than \(limit) bytes"
        case .trailingData: "data follows the end of the tar file"
        }
    }

    package var description: String {
        let place = entry.map { "entry '\($0)' at byte \(offset)" } ?? "byte \(offset)"
        return "\(place): \(reasonText)".escapingControlCharacters
    }
}
