internal import AzureMLSupport

/// The texts of a command in which conda reads the `/t/<token>/` of an address.
struct CondaCommand {
    private let words: [[UInt8]]

    init(_ words: [[UInt8]]) {
        self.words = words
    }

    /// The names of conda's programs, and of the variables with their paths. Others begin with `conda-`.
    private static let programs: Set = [
        "conda", "mamba", "micromamba", "conda.exe", "CONDA_EXE", "MAMBA_EXE", "pixi", "rattler-build", "anaconda",
        // As in `python -m mamba.mamba`.
        "mamba.mamba",
    ]
    private static let settingsFiles = ["condarc", "mambarc"]

    /// The words after the name of one of conda's programs, the variables that are set for one, and all words of a command
    /// that writes a file for conda.
    var texts: [[UInt8]] {
        if writesFile { return words }
        var texts: [[UInt8]] = []
        var isArgument = false
        for word in words {
            if isArgument || Self.isAssignment(word) { texts.append(word) }
            // An option and its value can be one word.
            if isArgument, word.starts(with: "-c".utf8) { texts.append(Array(word.dropFirst(2))) }
            isArgument = isArgument || Self.isProgram(word)
        }
        return texts
    }

    /// The channels in those words that are commands themselves, or texts that quote one, as in
    /// `echo "conda install -c …" | sh`.
    var channelsInWords: [[UInt8]] {
        commandsInWords.flatMap { $0.channels + $0.commandsInWords.flatMap(\.channels) }
    }

    private var commandsInWords: [CondaCommand] {
        words.filter { $0.contains(where: \.isASCIIWhitespace) }.flatMap { POSIXWords.commands($0) }.map(
            CondaCommand.init
        )
    }

    /// The arguments of a command of conda, or else the values of options for channels after one of its programs.
    private var channels: [[UInt8]] {
        let arguments = words.drop { !Self.isProgram($0) }.dropFirst()
        if let command = arguments.first, Self.commands.contains(String(decoding: command, as: UTF8.self)) {
            return texts
        }
        return zip(arguments, arguments.dropFirst()).filter { Self.isChannelOption($0.0) }.map(\.1)
            + arguments.flatMap { word in
                ["-c", "--channel="].filter { word.starts(with: $0.utf8) }.map { Array(word.dropFirst($0.utf8.count)) }
            }
    }

    private static let commands: Set = ["install", "create", "env", "update", "upgrade", "search", "config", "run"]

    private static func isChannelOption(_ word: [UInt8]) -> Bool {
        ["-c", "--channel", "channels", "channel_alias"].contains(String(decoding: word, as: UTF8.self))
    }

    /// Whether the command writes the output of another one to a file for conda, as in `echo … | tee environment.yml`.
    var writesInput: Bool { words.first?.elementsEqual("tee".utf8) == true && writesFile }

    /// Whether the command writes a conda file, or conda's settings.
    private var writesFile: Bool {
        words.contains(where: Self.isSettingsFile)
            || program.map { ["echo", "printf", "tee"].contains($0) } == true && words.contains(where: Self.isCondaFile)
    }

    /// The name of the program; `nil` without one.
    private var program: String? {
        let words = words.map { String(decoding: $0, as: UTF8.self).drop { $0 == "(" } }
        return words.first { !["", "{", "sudo"].contains($0) }.map(String.init)
    }

    private static func isSettingsFile(_ word: [UInt8]) -> Bool {
        settingsFiles.contains(where: word.ends)
    }

    /// Whether the word is a path such as `environment.yml` or `conda_dependencies.yml`.
    private static func isCondaFile(_ word: [UInt8]) -> Bool {
        guard let name = word.split(separator: UInt8(ascii: "/")).last,
            [".yml", ".yaml"].contains(where: name.ends)
        else { return false }
        return ["env", "conda"].contains { String(decoding: name, as: UTF8.self).contains($0) }
    }

    /// Whether the name of a variable is that of one for channels.
    static func isChannelVariable(_ name: some StringProtocol) -> Bool {
        name.hasPrefix("CONDA_") || name.hasPrefix("MAMBA_") || name.contains("CHANNEL")
    }

    private static func isAssignment(_ word: [UInt8]) -> Bool {
        guard let mark = word.firstIndex(of: UInt8(ascii: "=")) else { return false }
        return isChannelVariable(String(decoding: word[..<mark], as: UTF8.self))
    }

    private static func isProgram(_ word: [UInt8]) -> Bool {
        // Also in an assignment and in a substitution: `$(which mamba)`.
        let parts = word.split {
            $0.isASCIIWhitespace || $0.isOne(of: "/", "\"", "'", "`", "(", ")", "$", "{", "}", "!", "=")
        }
        let name = String(decoding: parts.last ?? [], as: UTF8.self)
        return programs.contains(name) || name.hasPrefix("conda-")
    }
}
