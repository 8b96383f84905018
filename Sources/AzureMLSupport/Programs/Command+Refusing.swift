extension Command {
    /// The system ends every text at a zero byte, and the name of a variable at `=`.
    func refuseInvalidTexts() throws(CommandError) {
        var texts = [program] + arguments
        if let workingDirectory { texts.append(workingDirectory) }
        for (name, value) in variables {
            guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "=")) else {
                throw CommandError(program, .invalidText(name))
            }
            texts += [name, value ?? ""]
        }
        for text in texts where text.utf8.contains(0) { throw CommandError(program, .invalidText(text)) }
    }
}
