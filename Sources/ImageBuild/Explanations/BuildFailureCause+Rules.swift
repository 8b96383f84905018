internal import AzureMLSupport

extension BuildFailureCause {
    static let killed = BuildFailureCause(
        "a command was killed, most often because the machine ran out of memory",
        hint: "give the engine more memory, or split the specification"
    )

    /// The rules for lines of engines and commands alike.
    static let sharedRules: [Rule] = [
        Rule(
            signs: [["no space left on device"], ["disk quota exceeded"]],
            cause: BuildFailureCause(
                "the disk on which the engine keeps its images is full",
                hint: "remove images that are not needed: docker system prune, or podman system prune"
            )
        ),
        Rule(
            signs: [
                ["unable to start container process", "/bin/sh"], ["exec: \"/bin/sh\"", "no such file"],
                ["exec /bin/sh", "no such file"], ["executable file", "/bin/sh", "not found"],
            ],
            cause: BuildFailureCause(
                "the base image has no shell",
                hint: "choose a base image that is based on Debian or Ubuntu, not an empty one"
            )
        ),
        Rule(
            signs: [["exec format error"]],
            cause: BuildFailureCause(
                "the base image is made for another processor",
                hint: "set env.docker.platform, or choose a base image for this machine's processor"
            )
        ),
    ]

    /// The rules for the lines that a command prints when it fails.
    static let commandRules = programRules + accessRules + packageRules + connectionRules + condaRules

    /// The rules for lines that a command also prints as a consequence of another cause. They come last.
    static let consequenceRules: [Rule] = [
        Rule(signs: [["fatal error: killed signal terminated program"]], cause: killed),
        Rule(
            signs: [["no matching distribution found"], ["could not find a version that satisfies"]],
            cause: BuildFailureCause(
                "pip finds no package for an entry of the specification",
                hint: "correct its name and version, or name the index that has it: setPipIndexURL"
            )
        ),
        Rule(
            signs: [
                ["pg_config executable not found"], ["mysql_config: not found"], ["mysql_config not found"],
                ["can not find valid pkg-config name"], ["can't find rust compiler"],
                ["rust package manager, is not installed"], ["no cmake_", "_compiler could be found"],
                ["unable to execute '", "no such file or directory"],
                ["error: command '", "failed: no such file or directory"],
            ],
            cause: BuildFailureCause(
                "pip cannot build a package from its source, because the image does not have a program that this needs",
                hint: buildHint
            )
        ),
        Rule(
            signs: [
                ["failed building wheel for"], ["failed to build installable wheels"],
                ["failed-wheel-build-for-install"], ["could not build wheels for", "which"],
                ["legacy-install-failure"],
            ],
            cause: BuildFailureCause(
                "pip cannot build a package from its source, most often for lack of a compiler or a library",
                hint: buildHint
            )
        ),
        Rule(
            signs: [
                ["metadata-generation-failed"], ["command \"python setup.py egg_info\" failed"],
                ["python setup.py egg_info", "did not run successfully"],
                ["command errored out", "python setup.py egg_info"],
            ],
            cause: BuildFailureCause(
                "pip cannot build a package from its source, because the package's setup.py or build system fails",
                hint: buildHint
            )
        ),
        Rule(
            signs: [["eoferror: eof when reading a line"]],
            cause: BuildFailureCause(
                "a command asks for input, such as pip for a user name, which an image build cannot give",
                hint: "give the answer in advance: as an option of the command, or as credentials in the base image"
            )
        ),
    ]

    private static let buildHint =
        "choose a version that has a wheel for this version of Python, use the conda package instead, or choose a base "
        + "image with the compiler, the programs and the libraries that the log names"

    /// The rules for programs that the image does not have.
    private static let programRules: [Rule] = [
        Rule(
            signs: [["conda: not found"], ["conda: command not found"], ["'conda'", "not found"]],
            cause: BuildFailureCause(
                "the base image has no conda, which makes the Python environment",
                hint: "choose a base image with conda in its PATH, or set env.python.userManagedDependencies = true"
            )
        ),
        Rule(
            signs: [["dpkg: not found"], ["dpkg: command not found"], ["ldconfig: not found"]],
            cause: BuildFailureCause(
                "the base image is not based on Debian or Ubuntu, for which the recipe is written",
                hint: "choose a base image that is based on Debian or Ubuntu"
            )
        ),
        Rule(
            signs: [
                ["cannot find command 'git'"], ["no such file or directory: 'git'", "while executing command"],
                [": git: not found"], [": git: command not found"],
            ],
            cause: BuildFailureCause(
                "the image has no git, which a command needs",
                hint: "choose a base image with git; for pip, the conda package works too: addCondaPackage(\"git\")"
            )
        ),
        Rule(
            signs: [["cannot find command '", "installed and in your path"]],
            cause: BuildFailureCause(
                "the image does not have the program that pip needs to fetch an entry of the specification",
                hint: "choose a base image with that program, or add it as a conda package: addCondaPackage"
            )
        ),
    ]
}
