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

    /// Finds the cause when pip leaves out versions because of `Requires-Python`; `nil` when it does not.
    ///
    /// pip lists the versions of all packages that it left out, without their names, so only an exact version in that
    /// list is a proof.
    ///
    /// - Parameter lines: The lines of a command.
    /// - Returns: The cause, or `nil`.
    static func pythonMismatch(_ lines: [String]) -> BuildFailureCause? {
        let list = "Ignored the following versions that require a different python version: "
        guard let ignored = lines.lazy.compactMap({ $0.text(after: list) }).first,
            let wanted = lines.lazy.compactMap({ $0.text(after: "that satisfies the requirement ") }).first
        else { return nil }
        let requirement = wanted.prefix { $0 != " " && $0 != ";" }
        guard let exact = requirement.text(after: "=="), !exact.contains("*"), !exact.contains(",") else {
            return noPackageOrUnfitPython
        }
        let versions = ignored.split(separator: "; ").compactMap { $0.split(separator: " ").first?.withoutZeros }
        return versions.contains(exact.drop { $0 == "=" }.withoutZeros) ? unfitPython : nil
    }
}

extension StringProtocol where SubSequence == Substring {
    fileprivate func text(after mark: String) -> Substring? {
        firstRange(of: mark).map { self[$0.upperBound...] }
    }

    /// The text without the zeros at the end of a version: `1.0` and `1.0.0` are equal versions.
    fileprivate var withoutZeros: Substring {
        var text = self[...]
        while text.hasSuffix(".0") { text = text.dropLast(2) }
        return text
    }
}
