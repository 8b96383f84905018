extension BuildFailureCause {
    /// The rules for commands that cannot connect to a server.
    static let connectionRules: [Rule] = [
        Rule(
            signs: [
                ["ssl module", "not available"], ["openssl appears to be unavailable"],
            ],
            cause: BuildFailureCause(
                "the Python of the image has no module for secure connections (TLS)",
                hint: "choose another base image or another version of Python"
            )
        ),
        Rule(
            signs: [
                ["certificate_verify_failed"], ["certificate verify failed"], ["certificate verification failed"],
                ["ssl certificate problem"], ["unable to get local issuer certificate"],
            ],
            cause: BuildFailureCause(
                "a command does not trust the certificate of a server, most often because a proxy replaces it",
                hint: "choose a base image that has the certificate of the proxy's authority, and that names it in "
                    + "REQUESTS_CA_BUNDLE for pip and conda"
            )
        ),
        Rule(
            signs: [
                ["could not fetch url", "confirming the ssl certificate"], ["retry(total=0", "sslerror("],
                ["condasslerror"],
            ],
            cause: BuildFailureCause(
                "a secure connection (TLS) to a package index or channel fails",
                hint: "check its address and the proxy"
            )
        ),
        Rule(
            signs: [
                ["cannot connect to proxy"], ["407 proxy authentication required"],
                ["error in your proxy configuration"], ["http code 407 from proxy"],
                ["the requested url returned error: 407"],
            ],
            cause: BuildFailureCause(
                "a command of the build cannot connect through the proxy",
                hint: "check the proxy's address, user name and password in the engine's own configuration"
            )
        ),
        Rule(
            signs: [["condahttperror", "file://"]],
            cause: BuildFailureCause(
                "a channel is a folder that the image does not have",
                hint: "replace it with a channel with an https address: addChannel"
            )
        ),
        Rule(
            signs: [["http 404 not found for"], ["http error 404"], ["unavailableinvalidchannel"]],
            cause: BuildFailureCause(
                "a server has no channel or file at an address of the specification",
                hint: "correct the channels and the addresses of packages"
            )
        ),
        Rule(
            signs: [
                ["condahttperror: http 429"], ["condahttperror: http 5"], ["http error 429"], ["http error 5"],
                ["429 client error"], ["server error: ", " for url: "], ["the requested url returned error: 429"],
                ["the requested url returned error: 5"], ["responseerror('too many"],
            ],
            cause: BuildFailureCause(
                "a server limits the number of requests, or is temporarily unavailable",
                hint: "build again later, or use another server with the same packages: addChannel, setPipIndexURL"
            )
        ),
        Rule(
            signs: [["is not a trusted or secure host and is being ignored"]],
            cause: BuildFailureCause(
                "pip ignores a package index or a list of links, because its address begins with http, not https",
                hint: "use its https address; if it has none and you trust the network, name the host as trusted: "
                    + "setPipOption(\"--trusted-host HOST\")"
            )
        ),
        Rule(
            signs: [
                ["temporary failure in name resolution"], ["could not resolve host"], ["condahttperror: http 000"],
                ["temporary failure resolving"], ["failed to establish a new connection"],
                ["name or service not known"], ["connectionpool(", "read timed out"],
                ["network is unreachable"], ["retry(total=0", "connection broken by"],
            ],
            cause: BuildFailureCause(
                "a command of the build cannot reach the network",
                hint: "check the connection and the proxy, or set AZUREML_CONTAINER_NETWORK=host"
            )
        ),
    ]
}
