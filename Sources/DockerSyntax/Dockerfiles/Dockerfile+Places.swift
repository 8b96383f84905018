package import AzureMLSupport

extension Dockerfile {
    /// The place of an instruction in a file that holds the text.
    package func location(of instruction: Instruction, file: String) -> SourceLocation {
        SourceLocation(file: file, bytes: Array(text.utf8), offset: instruction.offset)
    }

    /// The places of instructions, found in one pass over the text.
    package func locations(of instructions: [Instruction], file: String) -> [SourceLocation] {
        SourceLocation.locations(file: file, bytes: Array(text.utf8), offsets: instructions.map(\.offset))
    }
}
