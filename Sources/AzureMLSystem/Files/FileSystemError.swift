package import AzureMLSupport

/// A failed operation on a file or folder, with its path and the reason.
package struct FileSystemError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Sendable, Hashable {
        /// The system's error number, one of the `E…` constants.
        case system(Int32)
        case isLink
        case isNotRegularFile
        case isTooLarge(limit: Int)
        case isTooDeep(limit: Int)
        /// Another program has not released its lock.
        case isLocked(seconds: Int)
        /// A name that is empty, `.` or `..`, or that contains a slash or a zero byte.
        case isInvalidFileName
    }

    package let operation: FileOperation.Kind
    package let path: String
    package let reason: Reason

    package init(_ operation: FileOperation.Kind, _ path: String, _ reason: Reason) {
        self.operation = operation
        self.path = path
        self.reason = reason
    }

    /// The system's error number; `nil` when no system call failed.
    package var systemCode: Int32? {
        guard case .system(let code) = reason else { return nil }
        return code
    }

    package var reasonText: String {
        switch reason {
        case .system(let code): SystemCalls.text(of: code)
        case .isLink: "it is a symbolic link"
        case .isNotRegularFile: "it is not a regular file"
        case .isTooLarge(let limit): "it is larger than \(limit) bytes"
        case .isTooDeep(let limit): "more than \(limit) folders are nested there"
        case .isLocked(let seconds): "another program has kept it locked for \(seconds) seconds"
        case .isInvalidFileName: "it is not a valid file name"
        }
    }

    package var description: String {
        "cannot \(operation.rawValue) '\(path)': \(reasonText)".maskingCredentials.escapingControlCharacters
    }
}

extension FileSystemError {
    /// The advice for the user, in English; `nil` when there is nothing to add to the message.
    package var hint: String? { localizedHint?.english }

    /// The advice for a user who named a file or folder to read.
    ///
    /// - Parameter advice: The advice when something else, or nothing, is at the path.
    /// - Returns: The advice that fits the error.
    package func hint(forWrongPath advice: String) -> String {
        isDamage || isNameTooLong ? advice : hint ?? advice
    }

    /// The advice for the user, for diagnostics.
    package var localizedHint: LocalizedText? {
        if isDiskFull {
            return LocalizedText(
                english: "free some space on that disk and try again",
                japanese: "ディスクの空き領域を増やしてから、もう一度実行してください"
            )
        }
        if isReadOnly {
            return LocalizedText(
                english: "that disk is read-only: choose a folder on another one",
                japanese: "ディスクが読み取り専用のため、別のディスクのフォルダーを指定してください"
            )
        }
        if isForbidden { return operation.changesDisk ? Self.permitWriting : Self.permitReading }
        if isNameTooLong {
            return LocalizedText(
                english: "choose a shorter name, or a folder with a shorter path",
                japanese: "もっと短い名前か、パスの短いフォルダーを使ってください"
            )
        }
        if isMissing {
            return LocalizedText(
                english: "check the path, or create its folder first",
                japanese: "パスを確認するか、先にフォルダーを作成してください"
            )
        }
        if reason == .isNotRegularFile || isNotFolder {
            return LocalizedText(english: "choose another path", japanese: "別のパスを指定してください")
        }
        if isLocked {
            return LocalizedText(
                english: "wait until the other program is done, or end it, and try again",
                japanese: "もう一方のプログラムの完了を待つか、それを終了してから、もう一度実行してください"
            )
        }
        if isOutOfDescriptors {
            return LocalizedText(
                english: "close some files, or raise the limit on open files: ulimit -n",
                japanese: "開いているファイルを閉じるか、ulimit -n で上限を増やしてください"
            )
        }
        return nil
    }

    private static let permitWriting = LocalizedText(
        english: "give your user permission to write there, or choose another folder",
        japanese: "書き込み権限を付与するか、別のフォルダーを指定してください"
    )
    private static let permitReading = LocalizedText(
        english: "give your user permission to read it",
        japanese: "読み取り権限を付与してください"
    )
}
