extension FileSystemError {
    /// What the user can do about it; `nil` where the message says all there is.
    package var hint: FixHint? {
        if isDiskFull { return "free some space on that disk and try again" }
        if isReadOnly { return "nothing can be written on that disk: choose a folder on another one" }
        if isForbidden {
            return operation.changesDisk
                ? "give your user the right to write there, or choose another folder"
                : "give your user the right to read it"
        }
        if isNameTooLong { return "choose a shorter name, or a folder with a shorter path" }
        if isOutOfDescriptors { return "close some files, or raise the limit of open ones: ulimit -n" }
        return nil
    }
}
