extension BuildFailureCause {
    /// The rules for entries that pip or conda cannot install.
    static let packageRules: [Rule] = [
        Rule(
            signs: [["could not open requirements file", "no such file or directory"]],
            cause: BuildFailureCause(
                "pip cannot open a requirements file, because the image does not have it",
                hint: "list its entries in the specification, as Environment.fromPipRequirements(name:filePath:) does; "
                    + "in the Dockerfile of a build context, copy the file first"
            )
        ),
        Rule(
            signs: [["is not a valid editable requirement"], ["cannot be installed in editable mode"]],
            cause: BuildFailureCause(
                "an editable requirement (-e) is neither the address of a repository nor a project in the image",
                hint: localProjectHint
            )
        ),
        Rule(
            signs: [
                ["looks like a path. file '", "does not exist"], ["looks like a filename, but the file does not exist"],
                ["does not appear to be a python project"], ["is not installable. neither 'setup.py'"],
                ["could not install packages due to an", "no such file or directory", ".whl'"],
                ["could not install packages due to an", "no such file or directory", ".tar.gz'"],
                ["could not install packages due to an", "no such file or directory", ".zip'"],
            ],
            cause: BuildFailureCause(
                "a requirement names a local file or project that the image does not have",
                hint: localProjectHint
            )
        ),
        Rule(
            signs: [["in --require-hashes mode"]],
            cause: BuildFailureCause(
                "some requirements have a hash (--hash), but not all of them have a hash and an exact version",
                hint: "give each requirement an exact version (==) and a hash, also those that other packages need, "
                    + "or remove all hashes"
            )
        ),
        Rule(
            signs: [["do not match the hashes"]],
            cause: BuildFailureCause(
                "a downloaded package does not have the hash in its requirement",
                hint: "replace the hash only if you know why the file is another one"
            )
        ),
        Rule(
            signs: [
                ["resolutionimpossible"], ["because these package versions have conflicting dependencies"],
                ["double requirement given"],
            ],
            cause: BuildFailureCause(
                "pip finds no versions that satisfy all requirements, because some of them exclude each other",
                hint: "loosen the versions of the requirements that the log names, or remove one of them"
            )
        ),
        Rule(
            signs: [
                ["package '", "requires a different python:"], ["packages require a different python."],
                ["runtimeerror: python version", "required"],
            ],
            cause: unfitPython
        ),
    ]

    /// The rules for entries that conda cannot install. A channel that cannot be reached has the same consequence.
    static let condaRules: [Rule] = [
        Rule(
            signs: [
                ["resolvepackagenotfound"], ["packagesnotfounderror"], ["unsatisfiableerror"],
                ["libmambaunsatisfiableerror"], ["no candidates were found"],
            ],
            cause: BuildFailureCause(
                "conda finds no package for an entry of the conda specification, or none that fits the other entries",
                hint: "correct the names and versions, or add the channel that has them: addChannel"
            )
        )
    ]

    private static let localProjectHint =
        "build a wheel of it, add it with Environment.addPrivatePipWheel(workspace:filePath:), and use the reference "
        + "that this returns"
}
