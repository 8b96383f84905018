/// The limits for a JSON text. What is read within them can also be written within them.
///
/// A value takes up to 200 bytes of memory. A value on a line of its own, as files are written, is indented by 4 spaces
/// for each level around it, so that little text of many levels becomes much.
enum JSONLimits {
    static let depth = 256
    static let byteCount = 64 << 20
    static let valueCount = 1_000_000

    /// The values of a text so far, and the spaces that indenting them takes.
    struct Usage {
        private var values = 0
        private var indentation = 0

        /// Adds a value.
        ///
        /// - Parameter depth: The number of arrays and objects around it.
        /// - Returns: What exceeds its limit now, if anything does.
        mutating func add(depth: Int) -> Excess? {
            values += 1
            indentation += 4 * depth
            return values > valueCount ? .values : indentation > byteCount ? .indentation : nil
        }
    }

    /// The part of a text that exceeds its limit.
    enum Excess {
        case values, indentation

        var description: String {
            switch self {
            case .values: "the JSON text has more than \(valueCount) values"
            case .indentation:
                "with each value on a line of its own, the JSON text has more than \(byteCount) bytes"
            }
        }
    }
}
