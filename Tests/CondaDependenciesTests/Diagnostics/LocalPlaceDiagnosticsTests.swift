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
        ("--index-url file:///srv/simple", "pip-local-path"),
    ])
    func `a pip line that names a place on this computer is an error`(_ line: String, _ code: String) throws {
        let dependencies = try CondaDependencies(yaml: "dependencies:\n- pip:\n  - '\(line)'\n")
        #expect(dependencies.diagnostics.map(\.code.name) == [code])
        #expect(dependencies.diagnostics.map(\.severity) == [.error])
        #expect(dependencies.diagnostics.first?.location?.line == 3)
        #expect(dependencies.diagnostics.allSatisfy { $0.hint != nil })
    }

    @Test(arguments: [
        "numpy", "x @ https://example.org/x-1.0-py3-none-any.whl", "git+https://example.org/x.git#egg=x",
        "git+ssh://git@example.org/x.git", "-e git+https://example.org/x.git#egg=x",
        "--find-links https://example.org/wheels", "--index-url https://example.org/simple", "--pre",
        "--trusted-host example.org", "${BASE_URL}/x-1.0-py3-none-any.whl", "--extra-index-url ${FEED}",
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
        ("dependencies: [x-1.0-0.tar.bz2]\n", "conda-local-path"),
        ("channels: ['file:///srv/channel']\n", "channel-not-reachable"),
        ("channels: [./channel]\n", "channel-not-reachable"), ("channels: [/srv/channel]\n", "channel-not-reachable"),
        ("channels: ['D:\\channel']\n", "channel-not-reachable"),
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

    @Test func `of several pip lists, all but the last are reported, because conda ignores them`() throws {
        let text = "dependencies:\n- pip:\n  - mlflow\n- python=3.9\n- pip: [scipy]\n- pip: [numpy]\n"
        let diagnostics = try CondaDependencies(yaml: text).diagnostics
        #expect(diagnostics.map(\.code.name) == ["pip-section-repeated", "pip-section-repeated"])
        #expect(diagnostics.map { $0.location?.line } == [2, 5])
    }

    @Test(arguments: [
        ("numpy: 1.26", "numpy=1.26"), ("numpy: '>=1.2,<2'", "numpy>=1.2,<2"), ("numpy:", "numpy"),
        ("sel(unix): openmpi", "openmpi"), ("conda-forge: numpy", "conda-forge::numpy"), ("numpy: latest", nil),
        ("numpy: [1.2]", nil), ("numpy: '=>1'", nil), ("'a b': 1", nil), ("python: 3.10", "python=3.10"),
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
