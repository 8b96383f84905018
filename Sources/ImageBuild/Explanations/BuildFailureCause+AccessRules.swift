extension BuildFailureCause {
    private static let wheelHint = "Environment.addPrivatePipWheel(workspace:filePath:)"
    private static let httpsHint =
        "use an https address if the repository is public; otherwise build a wheel of the package and add it with "
        + wheelHint

    /// The rules for servers that ask for credentials, and for terms that must be accepted.
    static let accessRules: [Rule] = [
        Rule(
            signs: [["input(", "user for "], ["in _prompt_for_password"]],
            cause: BuildFailureCause(
                "a package index asks pip for a user name and password, which an image build cannot give",
                hint: "give the credentials in the base image: in its pip.conf or .netrc, or as environment variables "
                    + "that the address of the index names as ${NAME}"
            )
        ),
        Rule(
            signs: [
                ["could not read username for"], ["could not read password for"], ["fatal: authentication failed for"],
                ["unable to access '", "the requested url returned error: 401"],
                ["unable to access '", "the requested url returned error: 403"],
            ],
            cause: BuildFailureCause(
                "git cannot sign in to a repository: the server asks for a user name and password, or refuses them",
                hint: "build a wheel of the package and add it with \(wheelHint), or choose a base image whose git "
                    + "configuration has credentials for the server"
            )
        ),
        Rule(
            signs: [["fatal: repository '", "not found"]],
            cause: BuildFailureCause(
                "git finds no repository at an address: it does not exist, or it is private",
                hint: "correct the address; for a private repository, build a wheel of the package and add it with "
                    + wheelHint
            )
        ),
        Rule(
            signs: [
                ["error: pathspec '", "did not match any file"], ["remote branch ", " not found in upstream"],
                ["couldn't find remote ref "], ["fatal: reference is not a tree: "],
            ],
            cause: BuildFailureCause(
                "git finds no branch, tag or commit of a name in a repository",
                hint: "correct the name; in the address of a requirement, it follows the last @"
            )
        ),
        Rule(
            signs: [["cannot run ssh: no such file or directory"]],
            cause: BuildFailureCause(
                "the image has no ssh, which git needs for the address of a repository",
                hint: httpsHint
            )
        ),
        Rule(
            signs: [["permission denied (publickey"], ["host key verification failed"]],
            cause: BuildFailureCause(
                "an SSH connection is refused: the image has no key for the server, or does not know the server's key",
                hint: httpsHint
            )
        ),
        Rule(
            signs: [["condatosnoninteractiveerror"], ["terms of service have not been accepted"]],
            cause: BuildFailureCause(
                "the terms of service of conda channels are not accepted",
                hint: "use only other channels, such as conda-forge and nodefaults, or accept the terms in the base "
                    + "image: ENV CONDA_PLUGINS_AUTO_ACCEPT_TOS=yes"
            )
        ),
        Rule(
            signs: [
                ["401 error, credentials not correct"], ["http error 401"], ["http error 403"], ["401 client error"],
                ["403 client error"], ["http 401"], ["http 403"],
            ],
            cause: BuildFailureCause(
                "a package index or channel refuses access",
                hint:
                    "check its address; the credentials for it must be in the base image or a build context"
            )
        ),
    ]
}
