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
                missingFile("/work'"), missingFile("/feedstock_root/"), missingFile("/conda-bld/"),
                missingFile("/croot/"), missingFile("/tmp/build/"),
            ],
            cause: BuildFailureCause(
                "a requirement names a local file or project of the machine that made a conda package, as pip freeze "
                    + "writes it",
                hint: "replace the path with the version: name==version instead of name @ file:///…/work"
            )
        ),
        Rule(
            signs: [
                ["looks like a path. file '", "does not exist"], ["looks like a filename, but the file does not exist"],
                ["does not appear to be a python project"], ["is not installable. neither 'setup.py'"],
                missingFile(".whl'"), missingFile(".tar.gz'"), missingFile(".zip'"),
            ],
            cause: BuildFailureCause(
                "a requirement names a local file or project that the image does not have",
                hint: localProjectHint
            )
        ),
        Rule(
            signs: [["error: no such option: -"]],
            cause: BuildFailureCause(
                "a command, most often pip, does not take an option, or not in a list of requirements",
                hint:
                    "remove the option; instead of one that only the command line of pip takes, set a variable in the "
                    + "base Dockerfile, such as ENV PIP_NO_CACHE_DIR=1"
            )
        ),
        Rule(
            signs: [["invalid requirement: '"], ["= is not a valid operator. did you mean == ?"]],
            cause: BuildFailureCause(
                "pip cannot read a requirement, most often one with = where pip needs ==",
                hint: "write it as name==version or name>=version; name=version belongs in the conda entries: "
                    + "addCondaPackage"
            )
        ),
        Rule(
            signs: [
                ["'sklearn' pypi package is deprecated"], ["the package named for pytorch is"],
                ["\"tensorflow-gpu\" package has been removed"],
            ],
            cause: BuildFailureCause(
                "a package exists only to say that another one is meant",
                hint: "replace its name: scikit-learn instead of sklearn, torch instead of pytorch, tensorflow instead "
                    + "of tensorflow-gpu"
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
            signs: [["resolutiontoodeep: "], ["resolution-too-deep"]],
            cause: BuildFailureCause(
                "pip finds no versions that satisfy all requirements before it gives up, because there are too many to "
                    + "try",
                hint: "give more requirements an exact version (==) or a lowest one (>=)"
            )
        ),
        Rule(
            signs: [
                ["package '", "requires a different python:"], ["packages require a different python."],
                ["runtimeerror: python version", "required"], ["pkgutil' has no attribute 'impimporter'"],
                ["no module named 'distutils'"],
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

    /// The sign of a file that pip cannot open, with a part of its path; pip also opens files of installed packages.
    private static func missingFile(_ part: String) -> [String] {
        ["could not install packages due to an", "no such file or directory", part]
    }

    private static let localProjectHint =
        "build a wheel of it, add it with Environment.addPrivatePipWheel(workspace:filePath:), and use the reference "
        + "that this returns"
}
