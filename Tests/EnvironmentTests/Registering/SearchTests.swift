import AzureMLSupport
import Foundation
import TestSupport
import Testing
import Workspace

@testable import Environment

/// Searching for packages works the same in a folder and in memory.
@Suite final class SearchTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func register(_ name: String, _ specification: String, in workspace: Workspace) async throws {
        let file = try folder.write("env.yml", specification)
        _ = try await Environment.fromCondaSpecification(name: name, filePath: file).register(workspace: workspace)
    }

    /// Returns the matches as lines: environment, version, package manager, entry, certainty.
    private func lines(_ result: PackageSearchResult) -> [String] {
        result.matches.map { match in
            "\(match.name):\(match.version) \(match.packageManager) '\(match.entry)' \(match.certainty)"
        }
    }

    private func workspace(_ backing: Backing) async throws -> Workspace {
        let workspace = try await backing.workspace(in: folder)
        try await register("a", "dependencies: [python=3.9, numpy=1.26.4]\n", in: workspace)
        try await register("a", "dependencies:\n- python=3.9\n- numpy=1.26\n- pip:\n  - Num_Py==1\n", in: workspace)
        try await register(
            "b",
            "dependencies: [python=3.9, pip: [NumPy==2.0rc1, 'numpy==1.20; os_name==\"nt\"']]\n",
            in: workspace
        )
        try await register("c", "dependencies: [python=3.9, conda-forge::Numpy, 'numpy-base=1']\n", in: workspace)
        return workspace
    }

    @Test(arguments: Backing.allCases)
    func `every entry that names the package is found`(backing: Backing) async throws {
        let environments = try await workspace(backing).environments
        #expect(
            lines(try await environments.search(package: "numpy")) == [
                "a:2 conda 'numpy=1.26' certain", "b:1 pip 'NumPy==2.0rc1' certain",
                "b:1 pip 'numpy==1.20; os_name==\"nt\"' possible", "c:1 conda 'conda-forge::Numpy' certain",
            ]
        )
        #expect(lines(try await environments.search(package: "NUM.py")) == ["a:2 pip 'Num_Py==1' certain"])
        #expect(try await environments.search(package: "scipy") == PackageSearchResult())
    }

    @Test(
        arguments: Backing.allCases,
        [
            (
                ">=1.26",
                [
                    "a:2 conda 'numpy=1.26' certain", "b:1 pip 'NumPy==2.0rc1' certain",
                    "c:1 conda 'conda-forge::Numpy' possible",
                ]
            ),
            (
                ">=1.26.1,<2.0",
                ["a:2 conda 'numpy=1.26' possible", "c:1 conda 'conda-forge::Numpy' possible"]
            ),
            ("1.20", ["b:1 pip 'numpy==1.20; os_name==\"nt\"' possible", "c:1 conda 'conda-forge::Numpy' possible"]),
        ]
    )
    func `versions are compared with the constraint`(backing: Backing, search: (String, [String])) async throws {
        let result = try await workspace(backing).environments.search(package: "numpy", version: search.0)
        #expect(lines(result) == search.1)
        #expect(result.diagnostics == [])
    }

    @Test(arguments: Backing.allCases)
    func `with allVersions, archived and earlier versions are searched too`(backing: Backing) async throws {
        let environments = try await workspace(backing).environments
        try await environments.archive(name: "a", version: "1")
        try await environments.archive(name: "c", version: "1")
        let latest = try await environments.search(package: "numpy", version: "==1.26.4")
        #expect(lines(latest) == ["a:2 conda 'numpy=1.26' possible"])
        let all = try await environments.search(package: "numpy", version: "==1.26.4", allVersions: true)
        #expect(
            lines(all) == [
                "a:1 conda 'numpy=1.26.4' possible", "a:2 conda 'numpy=1.26' possible",
                "c:1 conda 'conda-forge::Numpy' possible",
            ]
        )
    }

    @Test(arguments: Backing.allCases)
    func `entries that cannot be read are reported`(backing: Backing) async throws {
        let workspace = try await backing.workspace(in: folder)
        try await register(
            "x",
            "dependencies:\n- python=3.9\n- 'a b c d'\n- numpy=>1\n- pip:\n  - '!'\n  - -r more.txt\n  - numpy==1.x\n",
            in: workspace
        )
        let result = try await workspace.environments.search(package: "numpy", version: ">1")
        #expect(lines(result) == ["x:1 conda 'numpy=>1' possible", "x:1 pip 'numpy==1.x' possible"])
        let codes = Set(result.diagnostics.map(\.code.name))
        #expect(codes.isSuperset(of: ["conda-spec-invalid", "pip-requirement-invalid", "requirements-not-seen"]))
        #expect(result.diagnostics.allSatisfy { $0.location?.file?.hasPrefix("x:1/") == true })
        let letters = try await workspace.environments.search(package: "python", version: ">=2021a")
        #expect(lines(letters) == [])
    }

    @Test func `damaged versions are reported, even if an environment has no other versions`() async throws {
        let workspace = try await workspace(.folder)
        for version in ["a/2", "b/1"] {
            try folder.write("workspace/environments/\(version)/registration.json", "{")
        }
        try folder.write("workspace/environments/c/1/conda_dependencies.yml", "{")
        for allVersions in [false, true] {
            let result = try await workspace.environments.search(package: "numpy", allVersions: allVersions)
            #expect(lines(result) == (allVersions ? ["a:1 conda 'numpy=1.26.4' certain"] : []))
            #expect(result.diagnostics.map(\.code.name) == ["version-damaged", "version-damaged", "version-damaged"])
        }
    }

    @Test(arguments: [
        ("", nil), ("numpy>=1", nil), ("a b", nil), ("é", nil), ("numpy", ""), ("numpy", "=>1"), ("numpy", "1..2"),
    ])
    func `an invalid name or constraint is refused`(package: String, version: String?) async throws {
        let workspace = try Workspace.inMemory(name: "tests")
        let error = await #expect(throws: EnvironmentError.self) {
            try await workspace.environments.search(package: package, version: version)
        }
        #expect(error?.code == .searchInvalid)
        #expect(error?.hint != nil)
        if version == "=>1" {
            #expect(error?.message == "'=>1' is not a version constraint: there is no such operator")
            #expect(error?.location?.column == 1)
        }
    }
}
