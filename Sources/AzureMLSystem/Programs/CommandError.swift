internal import AzureMLSupport

/// A program that could not be run to its end. A program that ends with an error is none.
package struct CommandError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Sendable, Hashable {
        case programNotFound
        case workingDirectoryNotFound(String)
        /// An argument or variable that the system would cut short or read as another one.
        case invalidText(String)
        case tookTooLong(Duration)
        case outputTooLarge(limit: Int)
        /// The system's own words.
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
        case .invalidText(let text): "'\(text)' cannot be given to a program"
        case .tookTooLong(let limit): "it did not end within \(limit)"
        case .outputTooLarge(let limit): "it writes more than \(limit) bytes"
        case .system(let text): text
        }
    }

    package var description: String {
        "cannot run '\(program)': \(reasonText)".maskingCredentials.escapingControlCharacters
    }
}
