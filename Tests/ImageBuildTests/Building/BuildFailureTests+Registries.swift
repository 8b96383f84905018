import Testing

@testable import ImageBuild

extension BuildFailureTests {
    /// The last message of a failed pull, from public logs, and the beginning of the explanation. Engines share
    /// registries and libraries, so that each of them can print any of these.
    private static let registryFailures = [
        ("no matching manifest for linux/arm64/v8 in the manifest list entries", "the base image is not made for"),
        ("x:1: no match for platform in manifest: not found", "the base image is not made for"),
        (
            "no matching manifest for linux/arm64 in the manifest list entries: no match for platform in manifest: not "
                + "found", "the base image is not made for"
        ),
        (
            "choosing an image from manifest list docker://x:1: no image found in image index for architecture arm64, "
                + "variant \"v8\", OS linux", "the base image is not made for"
        ),
        (
            "Error choosing an image from manifest list docker://x:1: no image found in manifest list for architecture "
                + "arm, variant \"\", OS linux", "the base image is not made for"
        ),
        (
            "toomanyrequests: You have reached your unauthenticated pull rate limit.",
            "the registry limits the number of downloads"
        ),
        (
            "unexpected status from HEAD request to https://h/v2/x/manifests/1: 429 Too Many Requests",
            "the registry limits the number of downloads"
        ),
        (
            "pinging container registry h:5000: Get \"https://h:5000/v2/\": http: server gave HTTP response to HTTPS "
                + "client", "the registry answers without TLS"
        ),
        (
            "Get \"https://h/v2/\": net/http: request canceled while waiting for connection (Client.Timeout exceeded "
                + "while awaiting headers)", "the network or the registry cannot be reached"
        ),
        (
            "Get \"https://h/v2/\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)",
            "the network or the registry cannot be reached"
        ),
        ("read tcp 10.0.0.2:1->10.0.0.1:443: read: connection reset by peer", "the network or the registry"),
        ("received unexpected HTTP status: 503 Service Unavailable", "the registry is temporarily unavailable"),
        (
            "unexpected status from HEAD request to https://h/v2/x/manifests/1: 502 Bad Gateway",
            "the registry is temporarily unavailable"
        ),
        (
            "unexpected status from HEAD request to https://h/v2/x/manifests/1: 403 Forbidden",
            "the registry refuses access"
        ),
        ("reading manifest 9 in h/x: manifest unknown: manifest tagged by \"9\" is not found", "there is no such base"),
    ]

    @Test(arguments: BuildOutputStyle.allCases, registryFailures)
    func `the cause of a failed pull is found in the lines of every engine`(
        _ style: BuildOutputStyle,
        _ row: (line: String, beginning: String)
    ) {
        let lines =
            switch style {
            case .classicDocker: ["Step 1/2 : FROM x:1", row.line]
            case .buildKit:
                ["#3 [internal] load metadata for x:1", "#3 ERROR: \(row.line)", "ERROR: failed to solve: \(row.line)"]
            case .buildah: ["STEP 1/2: FROM x:1", "Error: creating build container: \(row.line)"]
            }
        expectExplanation(row.beginning, style, lines)
    }
}
