extension BuildFailureCause {
    /// The rules for the lines of an engine itself.
    static let engineRules: [Rule] = [
        Rule(
            signs: [["x509: "]],
            cause: BuildFailureCause(
                "the engine does not trust the registry's certificate",
                hint: "give the certificate of its authority to the engine, for example as "
                    + "/etc/docker/certs.d/HOST/ca.crt, and check this machine's clock"
            )
        ),
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
                hint: "check the connection, the registry's address, and the proxy in the engine's own configuration"
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
        Rule(
            signs: [
                ["copy failed: ", "not found in build context"], ["add failed: ", "not found in build context"],
                ["copy failed: ", "no such file or directory"], ["add failed: ", "no such file or directory"],
                ["copy failed: no source files"], ["add failed: no source files"],
                ["failed to calculate checksum of ref", ": not found"],
                ["copier: stat: ", "no such file or directory"],
                ["checking on sources under", "no such file or directory"],
            ],
            cause: BuildFailureCause(
                "an instruction copies a file that does not exist",
                hint: "correct its path in the Dockerfile, add the file to the build context, or change .dockerignore"
            )
        ),
        Rule(signs: [["ended by the signal 9"], ["exited on killed"], ["signal: killed"]], cause: killed),
    ]
}
