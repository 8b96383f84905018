internal import Foundation

/// A way in which other programs write UTF-16.
package enum UTF16Form: CaseIterable, Sendable {
    case littleEndian, bigEndian, littleEndianWithoutMark, bigEndianWithoutMark

    /// Returns a text in this form; `nil` when it cannot be written so.
    package func bytes(_ text: String) -> [UInt8]? {
        switch self {
        case .littleEndian: text.data(using: .utf16LittleEndian).map { [0xFF, 0xFE] + $0 }
        case .bigEndian: text.data(using: .utf16BigEndian).map { [0xFE, 0xFF] + $0 }
        case .littleEndianWithoutMark: text.data(using: .utf16LittleEndian).map { [UInt8]($0) }
        case .bigEndianWithoutMark: text.data(using: .utf16BigEndian).map { [UInt8]($0) }
        }
    }
}
