import Testing

@testable import CondaDependencies

/// Files and folders that the image build does not have, and items that are not installed.
@Suite struct LocalPlaceDiagnosticsTests {
    @Test(arguments: [
        ("-r requirements.txt", "pip-include-file"), ("-rextra.txt", "pip-include-file"),
        ("-c constraints.txt", "pip-include-file"), ("--requirement file:requirements.txt", "pip-include-file"),
        ("-e .", "pip-local-path"), ("--editable .[dev]", "pip-local-path"), ("./pkg", "pip-local-path"),
        (".", "pip-local-path"), ("wheels/x-1.0-py3-none-any.whl", "pip-local-path"),
        ("x @ file:///home/me/x-1.0-py3-none-any.whl", "pip-local-path"), ("C:\\x-1.0.tar.gz", "pip-local-path"),
        ("x-1.0.tar.gz", "pip-local-path"), ("git+file:///srv/x#egg=x", "pip-local-path"),
        ("--find-links ./wheels", "pip-local-path"), ("-f wheels", "pip-local-path"),
        ("--index-url file:///srv/simple", "pip-local-path"), ("--find-links \"./w dir\"", "pip-local-path"),
        ("--pre --find-links ./w", "pip-local-path"), ("--no-index -r x.txt", "pip-include-file"),
        ("--index-url https://example.org/simple -f ./w", "pip-local-path"), ("--extra-index ./w", "pip-local-path"),
    ])
    func `a pip line that names a place on this computer is an error`(_ line: String, _ code: String) throws {
        let dependencies = try CondaDependencies(yaml: "dependencies:\n- pip:\n  - '\(line)'\n")
        #expect(dependencies.diagnostics.map(\.code.name) == [code])
        #expect(dependencies.diagnostics.map(\.severity) == [.error])
        #expect(dependencies.diagnostics.first?.location?.line == 3)
        #expect(dependencies.diagnostics.allSatisfy { $0.hint != nil })
    }

    @Test(arguments: [
        ("--pre --find-links ./w", 25), ("-r requirements.txt", 9), ("./pkg", 6), ("x @ ./x-1.0-py3-none-any.whl", 10),
        ("-e .", 9),
    ])
    func `the place is that of the path`(_ line: String, _ column: Int) throws {
        let dependencies = try CondaDependencies(yaml: "dependencies:\n- pip:\n  - '\(line)'\n")
        #expect(dependencies.diagnostics.map { $0.location?.column } == [column])
    }

    @Test(arguments: [
        ("--index-url $PIP_INDEX", 18, "'$PIP_INDEX'", "'${PIP_INDEX}'"), ("$MYPKG", 6, "'$MYPKG'", "'${MYPKG}'"),
        ("--trusted-host ${host}", 21, "'${host}'", "'${HOST}'"),
        ("https://example.org/${version}/x-1.0-py3-none-any.whl", 26, "'${version}'", "'${VERSION}'"),
        ("-e git+https://example.org/x.git@$REV#egg=x", 39, "'$REV'", "'${REV}'"),
    ])
    func `a variable that pip does not replace is a warning`(
        _ line: String,
        _ column: Int,
        _ variable: String,
        _ proposal: String
    ) throws {
        let dependencies = try CondaDependencies(yaml: "dependencies:\n- pip:\n  - '\(line)'\n")
        let diagnostic = try #require(dependencies.diagnostics.first)
        #expect(dependencies.diagnostics.count == 1 && diagnostic.code == "pip-variable-not-replaced")
        #expect(diagnostic.severity == .warning && diagnostic.location?.column == column)
        #expect(diagnostic.message.english.contains(variable))
        #expect(diagnostic.hint?.english.contains(proposal) == true)
    }

    @Test(arguments: [
        "numpy", "x @ https://example.org/x-1.0-py3-none-any.whl", "git+https://example.org/x.git#egg=x",
        "git+ssh://git@example.org/x.git", "-e git+https://example.org/x.git#egg=x",
        "--find-links https://example.org/wheels", "--index-url https://example.org/simple", "--pre",
        "--trusted-host example.org", "${BASE_URL}/x-1.0-py3-none-any.whl", "--extra-index-url ${FEED}",
        "numpy==${NUMPY_VERSION}", "numpy>=${LOW},<2 ; python_version > \"3\"", "https://example.org/x?a=1$&b=2",
        "azureml-workspace://wheels/\(String(repeating: "a", count: 64))/x-1.0-py3-none-any.whl",
    ])
    func `a pip line that the image build can use is silent`(_ line: String) throws {
        #expect(try CondaDependencies(yaml: "dependencies:\n- pip:\n  - '\(line)'\n").diagnostics == [])
    }

    @Test func `a requirements file at a URL is a warning, because it can change`() throws {
        let text = "dependencies:\n- pip:\n  - -r https://example.org/requirements.txt\n"
        let diagnostic = try #require(try CondaDependencies(yaml: text).diagnostics.first)
        #expect(diagnostic.code == "pip-include-file" && diagnostic.severity == .warning)
    }

    @Test(arguments: [
        ("dependencies: [./x-1.0-0.conda]\n", "conda-local-path"),
        ("dependencies: [/home/me/x-1.0-0.tar.bz2]\n", "conda-local-path"),
        ("dependencies: [x-1.0-0.tar.bz2]\n", "conda-local-path"), ("dependencies: [./x.conda]\n", "conda-local-path"),
        ("dependencies: [/home/me/x.tar.bz2]\n", "conda-local-path"),
        ("channels: ['file:///srv/channel']\n", "channel-not-reachable"),
        ("channels: [./channel]\n", "channel-not-reachable"), ("channels: [/srv/channel]\n", "channel-not-reachable"),
        ("channels: ['D:\\channel']\n", "channel-not-reachable"), ("channels: [.]\n", "channel-not-reachable"),
        ("channels: ['file:x']\n", "channel-not-reachable"), ("channels: [local]\n", "channel-not-reachable"),
        ("channels: ['\\\\server\\share']\n", "channel-not-reachable"),
        ("dependencies: ['file:///srv/channel::x']\n", "channel-not-reachable"),
        ("dependencies: ['./channel::x']\n", "channel-not-reachable"),
        ("dependencies: ['~/channel::x=1']\n", "channel-not-reachable"),
        ("dependencies: ['local::x']\n", "channel-not-reachable"),
        ("dependencies: ['x[channel=file:///srv/channel]']\n", "channel-not-reachable"),
    ])
    func `a conda item that names a place on this computer is an error`(_ text: String, _ code: String) throws {
        let diagnostics = try CondaDependencies(yaml: text).diagnostics
        #expect(diagnostics.map(\.code.name) == [code])
        #expect(diagnostics.map(\.severity) == [.error])
    }

    @Test(arguments: [
        "channels: [conda-forge, defaults, conda-forge/label/main, 'https://example.org/channel', 'team/sub']\n",
        "channels: ['https://example.org/t/${TOKEN}/x']\ndependencies: ['https://example.org/linux-64/x-1.0-0.conda']\n",
    ])
    func `a conda item that the image build can use is silent`(_ text: String) throws {
        #expect(try CondaDependencies(yaml: text).diagnostics == [])
    }

    @Test func `a constraints file gets the advice for constraints`() throws {
        let text = "dependencies:\n- pip:\n  - -c constraints.txt\n  - -r requirements.txt\n"
        let hints = try CondaDependencies(yaml: text).diagnostics.map { $0.hint?.english ?? "" }
        #expect(hints.first?.contains("as a requirement") == true)
        #expect(hints.last?.contains("fromPipRequirements") == true)
    }

    @Test func `after edits, the places are those of the new text`() throws {
        var dependencies = CondaDependencies()
        for package in ["./a", "numpy", "./b"] { try dependencies.addPipPackage(package) }
        try dependencies.addChannel("./channel")
        let lines = dependencies.serializeToString().split(separator: "\n", omittingEmptySubsequences: false)
        for diagnostic in dependencies.diagnostics {
            let place = try #require(diagnostic.location)
            let text = try #require(
                diagnostic.message.english.split(separator: "'", omittingEmptySubsequences: false).dropFirst().first
            )
            let start = lines[(place.line ?? 0) - 1].utf8.dropFirst((place.column ?? 0) - 1)
            #expect(Substring(start).hasPrefix(text), "\(diagnostic)")
        }
        #expect(dependencies.diagnostics.count == 3)
    }

    @Test func `after edits, a comment suppresses what is on its line now`() throws {
        var dependencies = try CondaDependencies(
            yaml: "dependencies:\n- numpy\n- pip:\n  - ./b # azureml: ignore pip-local-path\n"
        )
        try dependencies.addPipPackage("./c")
        try dependencies.removeCondaPackage("numpy")
        #expect(dependencies.diagnostics.map { $0.location?.line } == [4])
    }

    @Test func `of several pip lists, all but the last are reported, because conda ignores them`() throws {
        let text = "dependencies:\n- pip:\n  - mlflow\n- python=3.9\n- pip: [scipy]\n- pip: [numpy]\n"
        let diagnostics = try CondaDependencies(yaml: text).diagnostics
        #expect(diagnostics.map(\.code.name) == ["pip-section-repeated", "pip-section-repeated"])
        #expect(diagnostics.map { $0.location?.line } == [2, 5])
    }

    @Test(arguments: [
        ("numpy: 1.26", "numpy=1.26"), ("numpy: '>=1.2,<2'", "numpy>=1.2,<2"), ("numpy:", "numpy"),
        ("sel(unix): openmpi", "openmpi"), ("conda-forge: numpy", "conda-forge::numpy"), ("numpy: latest", nil),
        ("numpy: [1.2]", nil), ("{{ numpy }}", nil), ("numpy: '=>1'", nil), ("'a b': 1", nil),
        ("python: 3.10", "python=3.10"),
    ])
    func `a mapping among the packages gets advice that conda can read`(_ item: String, _ meant: String?) throws {
        let dependencies = try CondaDependencies(yaml: "dependencies:\n- \(item)\n")
        let message = try #require(dependencies.diagnostics.first?.message.english)
        #expect(message.contains("is not installed"))
        if let meant {
            #expect(message.hasSuffix("write '\(meant)'."))
            #expect((try? CondaMatchSpec(meant)) != nil)
        } else {
            #expect(!message.contains("write"))
        }
    }
}
