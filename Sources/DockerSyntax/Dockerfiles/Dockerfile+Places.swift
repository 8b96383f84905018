package import AzureMLSupport

extension Dockerfile {
    /// Returns the location of an instruction in a file with this text.
    package func location(of instruction: Instruction, file: String) -> SourceLocation {
        SourceLocation(file: file, bytes: Array(text.utf8), offset: instruction.offset)
    }

    /// Returns the locations of instructions, found in one pass over the text.
    package func locations(of instructions: [Instruction], file: String) -> [SourceLocation] {
        SourceLocation.locations(file: file, bytes: Array(text.utf8), offsets: instructions.map(\.offset))
    }
}
