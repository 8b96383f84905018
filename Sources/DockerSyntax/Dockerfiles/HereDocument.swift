internal import AzureMLSupport

/// The lines that follow an instruction up to one that holds a name alone: `RUN <<NAME`.
package struct HereDocument: Sendable, Hashable {
    /// The name that the instruction gives: `<<NAME` or `<<-NAME`.
    struct Name: Sendable, Hashable {
        let text: String
        /// `<<-`: tabs in front of the last line's name do not count.
        let ignoresTabs: Bool
    }

    let name: Name
    /// The bytes of the text that are its lines, without the last one.
    package let content: Range<Int>
}

extension DockerfileLines {
    /// The lines of the whole text as shells join those of a here-document: one that ends with a backslash, or with
    /// PowerShell's backtick, goes on in the next one.
    ///
    /// Builders differ on where a here-document begins and ends, so this looks everywhere.
    package var shellLines: [(number: Int, bytes: [UInt8])] {
        var lines: [(number: Int, bytes: [UInt8])] = []
        var isContinued = false
        for (index, line) in bytes.split(separator: .newline, omittingEmptySubsequences: false).enumerated() {
            // `<<-` takes the tabs away before the shell joins the lines.
            var part = isContinued ? line.drop { $0 == .tab } : line
            if part.last == .carriageReturn { part.removeLast() }
            let continues = part.last == UInt8(ascii: "\\") || part.last == UInt8(ascii: "`")
            if continues { part.removeLast() }
            if isContinued {
                lines[lines.count - 1].bytes += part
            } else {
                lines.append((index + 1, Array(part)))
            }
            isContinued = continues
        }
        return lines
    }
}
