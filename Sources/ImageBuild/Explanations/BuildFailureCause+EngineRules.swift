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
            signs: [["server gave http response to https client"]],
            cause: BuildFailureCause(
                "the registry answers without TLS, which the engine does not permit",
                hint: "permit it in the engine's own configuration: insecure-registries in /etc/docker/daemon.json, or "
                    + "insecure = true for the registry in /etc/containers/registries.conf"
            )
        ),
        Rule(
            signs: [["toomanyrequests"], ["429 too many requests"]],
            cause: BuildFailureCause(
                "the registry limits the number of downloads, and the limit is reached",
                hint: "build again later, or sign in for a higher limit: set env.docker.baseImageRegistry, or docker "
                    + "login"
            )
        ),
        Rule(
            signs: [
                ["no match for platform in manifest"], ["no matching manifest for "],
                ["no image found in manifest list for architecture"],
                ["no image found in image index for architecture"], ["no supported platform found in manifest list"],
            ],
            cause: BuildFailureCause(
                "the base image is not made for the platform of the build",
                hint: "set env.docker.platform to a platform that the image has, or choose another base image"
            )
        ),
        Rule(
            signs: [
                ["unauthorized"], ["authentication required"], ["no basic auth credentials"], ["pull access denied"],
                ["requested access to the resource is denied"], ["error response from daemon: denied"],
                ["unexpected status", "403 forbidden"],
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
                ["client.timeout exceeded"], ["request canceled while waiting for connection"],
                ["context deadline exceeded"], ["connection reset by peer"],
            ],
            cause: BuildFailureCause(
                "the network or the registry cannot be reached",
                hint: "check the connection, the registry's address, and the proxy in the engine's own configuration"
            )
        ),
        Rule(
            signs: [
                ["unexpected http status: 5"], ["unexpected status", ": 500 "], ["unexpected status", ": 502 "],
                ["unexpected status", ": 503 "], ["unexpected status", ": 504 "],
            ],
            cause: BuildFailureCause("the registry is temporarily unavailable", hint: "build again later")
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
