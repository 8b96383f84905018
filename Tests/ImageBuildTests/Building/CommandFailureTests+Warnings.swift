extension CommandFailureTests {
    /// A warning of pip whose attempt failed; with no attempts left, it is the last one.
    private static func lostConnection(_ path: String, attemptsLeft: Int = 0) -> String {
        retry.replacing("total=0", with: "total=\(attemptsLeft)")
            + "broken by 'NewConnectionError('\(connection): Failed to establish a new connection: [Errno -3] "
            + "Temporary failure in name resolution')': \(path)"
    }

    private static func allConnectionsLost(_ path: String) -> [String] {
        (0...4).reversed().map { lostConnection(path, attemptsLeft: $0) }
    }

    private static func refused(_ project: String) -> String {
        "WARNING: 401 Error, Credentials not correct for https://extra.example.org/simple/\(project)/"
    }

    private static let ignored =
        "WARNING: The repository located at index.example.org is not a trusted or secure host and is being ignored. If "
        + "this repository is available via HTTPS we recommend you use HTTPS instead, otherwise you may silence this "
        + "warning and allow it anyway with '--trusted-host index.example.org'."

    private static let collected = [
        "Collecting numpy", "  Downloading numpy-1.26.4-cp311-cp311-linux_x86_64.whl (18 MB)",
    ]
    private static let unbuilt = ["  ERROR: Failed building wheel for pystan", "Failed to build pystan"]

    private static func missing(_ requirement: String, versions: String = "none") -> [String] {
        [
            "ERROR: Could not find a version that satisfies the requirement \(requirement) (from versions: "
                + "\(versions))",
            "ERROR: No matching distribution found for \(requirement)",
        ]
    }

    /// Commands in which pip warned of something before they failed.
    static let warnings: [Row] = [
        Row("pip cannot build", [lostConnection("/simple/numpy/", attemptsLeft: 4)] + collected + unbuilt),
        Row("pip cannot build", allConnectionsLost("/simple/numpy/") + collected + unbuilt),
        Row("pip cannot build", [refused("pystan")] + collected + unbuilt),
        Row("pip cannot build", [ignored] + collected + unbuilt),
        Row(
            "pip cannot build",
            ["Pip subprocess output:"] + collected + ["failed", "Pip subprocess error:"]
                + [lostConnection("/simple/numpy/", attemptsLeft: 4), refused("pystan")] + unbuilt + pipFails
        ),
        Row(
            "pip finds no package",
            [lostConnection("/simple/numpy/", attemptsLeft: 4)] + collected + missing("nunpy==9")
        ),
        Row(
            "pip finds no package",
            collected + [lostConnection("/simple/nunpy/", attemptsLeft: 4)] + missing("nunpy==9")
        ),
        Row("pip finds no package", allConnectionsLost("/simple/numpy/") + collected + missing("nunpy==9")),
        Row(
            "pip finds no package",
            collected + allConnectionsLost("/simple/scipy/") + missing("scipy==9", versions: "1.0, 1.1")
        ),
        Row("pip finds no package", [refused("numpy")] + collected + missing("nunpy==9")),
        Row(
            "a package, or the version of it",
            [refused("numpy")] + noVersion("numpy==2.1.0", ignored: ["2.0.2", "2.1.0"])
        ),
        Row("a command of the build cannot reach the network", allConnectionsLost("/simple/numpy/") + noNumpy),
        Row(
            "a command of the build cannot reach the network",
            ["Collecting Nun_py==9"]
                + allConnectionsLost("/simple/nun-py/").map { $0.replacing("WARNING: ", with: "  ") } + [
                    "  Could not find a version that satisfies the requirement Nun_py==9 (from versions: )",
                    "No matching distribution found for Nun_py==9",
                ]
        ),
        Row(
            "a command of the build cannot reach the network",
            collected + ["  × pip subprocess to install build dependencies did not run successfully."]
                + allConnectionsLost("/simple/setuptools/") + missing("setuptools>=40.8.0")
        ),
        Row("a command of the build cannot reach the network", allConnectionsLost("/wheels/") + missing("mine")),
        Row("a package index or channel refuses access", collected + [refused("mine")] + missing("mine==1.0")),
        Row("pip ignores a package index", [ignored] + noNumpy),
        Row("pip ignores a package index", collected + [ignored] + missing("mine==1.0")),
        Row(
            "a command of the build cannot reach the network",
            [
                "      urllib.error.URLError: <urlopen error [Errno -3] Temporary failure in name resolution>",
                "  ERROR: Failed building wheel for mine",
            ]
        ),
        Row(nil, [lostConnection("/simple/numpy/"), refused("numpy"), ignored, "AssertionError"]),
    ]
}
