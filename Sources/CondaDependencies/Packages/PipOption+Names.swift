/// The names of the options that pip reads in a list of requirements.
extension PipOption {
    /// The long names, with whether the option takes a value.
    ///
    /// Source: pip's `req_file.SUPPORTED_OPTIONS`; the second group has those that older versions of pip read.
    private static let takingValue = [
        "--constraint": true, "--editable": true, "--extra-index-url": true, "--find-links": true, "--index-url": true,
        "--no-binary": true, "--no-index": false, "--only-binary": true, "--pre": false, "--prefer-binary": false,
        "--require-hashes": false, "--requirement": true, "--trusted-host": true, "--use-feature": true,

        "--allow-all-external": false, "--allow-external": true, "--allow-unverified": true, "--always-unzip": false,
        "--no-use-wheel": false, "--process-dependency-links": false, "--use-wheel": false,
    ]

    private static let otherNames = [
        "-c": "--constraint", "-e": "--editable", "-f": "--find-links", "-i": "--index-url", "-r": "--requirement",
        "-Z": "--always-unzip", "--pypi-url": "--index-url",
    ]

    /// Returns the long name of an option, by which pip's spellings are one; `nil` when pip does not read the option.
    ///
    /// pip also reads the start of a long name, if no other option has it.
    static func longName(_ name: String) -> String? {
        if takingValue[name] != nil { return name }
        if let longName = otherNames[name] { return longName }
        guard name.hasPrefix("--"), name.utf8.count > 2 else { return nil }
        let names = takingValue.keys.filter { $0.hasPrefix(name) }
        return names.count == 1 ? names.first : nil
    }

    /// Returns whether an option takes a value; `nil` when pip does not read the option.
    static func takesValue(_ name: String) -> Bool? {
        longName(name).flatMap { takingValue[$0] }
    }
}
