internal import AzureMLSupport

extension BuildFailureCause {
    static let unfitPython = BuildFailureCause(
        "a package, or the version of it that is asked for, does not support the Python version of the environment",
        hint: "choose another version of the package, or of Python: setPythonVersion"
    )

    private static let noPackageOrUnfitPython = BuildFailureCause(
        "pip finds no package for an entry of the specification, or only versions for another version of Python",
        hint: "correct its name and version, or choose another version of Python: setPythonVersion"
    )

    /// Finds the cause when pip leaves out the wanted version because of `Requires-Python`; `nil` when it does not.
    ///
    /// pip lists the versions of all packages that it left out, without their names, so only an exact version in that
    /// list is a proof.
    ///
    /// - Parameter lines: The lines of a command.
    /// - Returns: The cause, or `nil`.
    static func pythonMismatch(_ lines: [String]) -> BuildFailureCause? {
        guard let (ignored, wanted) = leftOut(lines), let exact = wanted.exactVersion else { return nil }
        let versions = ignored.split(separator: "; ").compactMap { $0.split(separator: " ").first?.withoutZeros }
        return versions.contains(exact.withoutZeros) ? unfitPython : nil
    }

    /// Finds the cause when pip leaves out versions because of `Requires-Python`, perhaps those of another package.
    ///
    /// - Parameter lines: The lines of a command.
    /// - Returns: The cause, or `nil`.
    static func possiblePythonMismatch(_ lines: [String]) -> BuildFailureCause? {
        leftOut(lines).flatMap { $0.wanted.exactVersion == nil ? noPackageOrUnfitPython : nil }
    }

    private static func leftOut(_ lines: [String]) -> (ignored: Substring, wanted: Substring)? {
        let list = "Ignored the following versions that require a different python version: "
        guard let ignored = lines.lazy.compactMap({ $0.text(after: list) }).first,
            let wanted = lines.lazy.compactMap({ $0.text(after: "that satisfies the requirement ") }).first
        else { return nil }
        return (ignored, wanted.prefix { $0 != " " && $0 != ";" })
    }
}

extension StringProtocol where SubSequence == Substring {
    func text(after mark: String) -> Substring? {
        firstRange(of: mark).map { self[$0.upperBound...] }
    }

    /// The version in a requirement that only this version satisfies.
    fileprivate var exactVersion: Substring? {
        guard let exact = text(after: "=="), !exact.contains("*"), !exact.contains(",") else { return nil }
        return exact.drop { $0 == "=" }
    }

    /// The text without the zeros at the end of a version: `1.0` and `1.0.0` are equal versions.
    fileprivate var withoutZeros: Substring {
        var text = self[...]
        while text.hasSuffix(".0") { text = text.dropLast(2) }
        return text
    }
}
