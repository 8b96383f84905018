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

    /// The rules for the last lines of a command.
    static let commandRules: [Rule] = [
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
                ["401 error, credentials not correct"], ["http error 401"], ["http error 403"], ["401 client error"],
                ["403 client error"], ["http 401"], ["http 403"],
            ],
            cause: BuildFailureCause(
                "a package index or channel refuses access",
                hint:
                    "check its address; the credentials for it must be in the base image or a build context"
            )
        ),
        Rule(
            signs: [
                ["temporary failure in name resolution"], ["could not resolve host"], ["condahttperror"],
                ["temporary failure resolving"], ["failed to establish a new connection"],
                ["network is unreachable"],
            ],
            cause: BuildFailureCause(
                "a command of the build cannot reach the network",
                hint: "check the connection and the proxy, or set AZUREML_CONTAINER_NETWORK=host"
            )
        ),
        Rule(
            signs: [
                ["resolvepackagenotfound"], ["packagesnotfounderror"], ["unsatisfiableerror"],
                ["libmambaunsatisfiableerror"], ["no candidates were found"],
            ],
            cause: BuildFailureCause(
                "conda finds no package for an entry of the conda specification, or none that fits the other entries",
                hint: "correct the names and versions, or add the channel that has them: addChannel"
            )
        ),
        Rule(
            signs: [["no matching distribution found"], ["could not find a version that satisfies"]],
            cause: BuildFailureCause(
                "pip finds no package for an entry of the specification",
                hint: "correct its name and version, or name the index that has it: setPipIndexURL"
            )
        ),
    ]

    /// The rules for the lines of an engine itself.
    static let engineRules: [Rule] = [
        Rule(
            signs: [
                ["unauthorized"], ["authentication required"], ["no basic auth credentials"], ["pull access denied"],
                ["requested access to the resource is denied"], ["error response from daemon: denied"],
            ],
            cause: BuildFailureCause(
                "the registry refuses access, or has no such image",
                hint: "check the image's name, and sign in: set env.docker.baseImageRegistry, or docker login"
            )
        ),
        Rule(
            signs: [
                ["manifest unknown"], ["manifest", "not found"], ["name unknown"], ["repository does not exist"],
                ["no such image"], ["short-name", "did not resolve"],
                ["failed to create llb definition", "not found"], ["failed to resolve source metadata", "not found"],
            ],
            cause: BuildFailureCause(
                "there is no such base image",
                hint: "check the name and tag in env.docker.baseImage"
            )
        ),
        Rule(
            signs: [
                ["temporary failure in name resolution"], ["could not resolve host"], ["no such host"],
                ["network is unreachable"], ["connection refused"], ["i/o timeout"], ["tls handshake timeout"],
                ["connection timed out"], ["server misbehaving"], ["proxyconnect"],
            ],
            cause: BuildFailureCause(
                "the network or the registry cannot be reached",
                hint: "check the connection and the proxy, or set AZUREML_CONTAINER_NETWORK=host"
            )
        ),
        Rule(
            signs: [
                ["operation not permitted"], ["unshare"], ["newuidmap"], ["/proc/sys", "permission denied"],
                ["user namespace"], ["permission denied", "docker.sock"], ["mount", "permission denied"],
            ],
            cause: BuildFailureCause(
                "the engine lacks a permission, such as the one to create user namespaces",
                hint:
                    "permit your user to use the engine, or set BUILDAH_ISOLATION=chroot and STORAGE_DRIVER=vfs"
            )
        ),
        Rule(
            signs: [["buildx component is missing"]],
            cause: BuildFailureCause(
                "BuildKit is turned on, but Docker's client has no plugin for it",
                hint: "install docker-buildx, or set DOCKER_BUILDKIT=0"
            )
        ),
        Rule(signs: [["ended by the signal 9"], ["exited on killed"], ["signal: killed"]], cause: killed),
    ]
}
