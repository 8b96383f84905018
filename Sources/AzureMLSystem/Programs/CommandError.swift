internal import AzureMLSupport

/// A program that could not be run to completion. A non-zero exit status is a result, not a `CommandError`.
package struct CommandError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Sendable, Hashable {
        case programNotFound
        case workingDirectoryNotFound(String)
        /// An argument or variable that the system would truncate or mistake for a different one.
        case invalidText(String)
        case tookTooLong(Duration)
        case outputTooLarge(limit: Int)
        /// The system's own error message.
        case system(String)
    }

    package let program: String
    package let reason: Reason

    package init(_ program: String, _ reason: Reason) {
        self.program = program
        self.reason = reason
    }

    package var reasonText: String {
        switch reason {
        case .programNotFound: "there is no such program"
        case .workingDirectoryNotFound(let path): "the folder '\(path)' cannot be entered"
        case .invalidText(let text): "'\(text)' cannot be passed to a program"
        case .tookTooLong(let limit): "it did not end within \(limit)"
        case .outputTooLarge(let limit): "it writes more than \(limit) bytes"
        case .system(let text): text
        }
    }

    package var description: String {
        "cannot run '\(program)': \(reasonText)".maskingCredentials.escapingControlCharacters
    }
}
