extension CommandFailureTests {
    static let access: [Row] = [
        Row(
            "a package index asks pip for a user name",
            [
                "Pip subprocess output:", "Looking in indexes: https://pkgs.example.org/feed/pypi/simple/",
                "User for pkgs.example.org: ", "failed", "Pip subprocess error:", "ERROR: Exception:",
                "Traceback (most recent call last):",
                "  File \"/x/pip/_internal/network/auth.py\", line 226, in _prompt_for_password",
                "EOFError: EOF when reading a line",
            ] + pipFails
        ),
        Row(
            "a package index asks pip for a user name",
            [
                "  File \"/x/pip/_internal/network/auth.py\", line 500, in handle_401",
                "    username, password, save = self._prompt_for_password(parsed.netloc)",
                "  File \"/x/pip/_internal/network/auth.py\", line 455, in _prompt_for_password",
                "    username = ask_input(f\"User for {netloc}: \") if self.prompting else None",
                "EOFError: EOF when reading a line",
            ]
        ),
        Row(
            "a package index asks pip for a user name",
            [
                "  File \"/x/pip/download.py\", line 201, in handle_401",
                "    username = six.moves.input(\"User for %s: \" % parsed.netloc)",
                "EOFError: EOF when reading a line",
            ]
        ),
        Row(
            "a command asks for input",
            ["Proceed ([y]/n)? Traceback (most recent call last):", "EOFError: EOF when reading a line"]
        ),
        Row(
            "git cannot sign in",
            [
                "  Cloning https://git.example.org/team/private.git to /tmp/pip-req-build-x",
                "  fatal: could not read Username for 'https://git.example.org': No such device or address",
                "  error: subprocess-exited-with-error",
            ] + pipFails
        ),
        Row(
            "git cannot sign in",
            ["fatal: could not read Username for 'https://github.com': terminal prompts disabled"]
        ),
        Row(
            "git cannot sign in",
            [
                "remote: HTTP Basic: Access denied",
                "fatal: Authentication failed for 'https://git.example.org/team/private.git/'",
            ]
        ),
        Row(
            "git cannot sign in",
            ["fatal: unable to access 'https://git.example.org/x.git/': The requested URL returned error: 403"]
        ),
        Row(
            "git cannot sign in",
            ["fatal: unable to access 'https://git.example.org/x.git/': The requested URL returned error: 401"]
        ),
        Row(
            "git finds no branch, tag or commit",
            [
                "  WARNING: Did not find branch or tag 'v9', assuming revision or ref.",
                "  Running command git checkout -q v9", "  error: pathspec 'v9' did not match any file(s) known to git",
                "  error: subprocess-exited-with-error",
            ]
        ),
        Row(
            "git finds no branch, tag or commit",
            [
                "warning: Could not find remote branch v9 to clone.",
                "fatal: Remote branch v9 not found in upstream origin",
            ]
        ),
        Row("git finds no branch, tag or commit", ["fatal: couldn't find remote ref v9"]),
        Row("git finds no branch, tag or commit", ["fatal: reference is not a tree: 0123456789abcdef"]),
        Row(
            "the image has no ssh",
            ["  error: cannot run ssh: No such file or directory", "  fatal: unable to fork"] + pipFails
        ),
        Row(
            "git finds no repository",
            ["remote: Repository not found.", "fatal: repository 'https://git.example.org/team/x.git/' not found"]
        ),
        Row(
            "an SSH connection is refused",
            [
                "git@github.com: Permission denied (publickey).", "fatal: Could not read from remote repository.", "",
                "Please make sure you have the correct access rights",
            ]
        ),
        Row(
            "an SSH connection is refused",
            ["Host key verification failed.", "fatal: Could not read from remote repository."]
        ),
        Row(
            "the terms of service",
            [
                "CondaToSNonInteractiveError: Terms of Service have not been accepted for the following channels. "
                    + "Please accept or remove them before proceeding:",
                "    - https://repo.anaconda.com/pkgs/main", "    - https://repo.anaconda.com/pkgs/r",
            ]
        ),
        Row(
            "the image has no git",
            [
                "  ERROR: Error [Errno 2] No such file or directory: 'git' while executing command git version",
                "ERROR: Cannot find command 'git' - do you have 'git' installed and in your PATH?",
            ] + pipFails
        ),
        Row("the image has no git", ["/bin/sh: 1: git: not found"]),
        Row(
            "the image does not have the program",
            ["ERROR: Cannot find command 'hg' - do you have 'hg' installed and in your PATH?"]
        ),
        Row(nil, ["psql: FATAL:  password authentication failed for user \"postgres\""]),
        Row(nil, ["cp: cannot open '/home/me/.ssh/id': Permission denied", "created the user for db.example.org: ok"]),
        Row(nil, ["FileNotFoundError: [Errno 2] No such file or directory: 'git'"]),
        Row(nil, ["please read the terms of service of the channels"]),
    ]
}
