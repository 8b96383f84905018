import CondaDependencies
import Environment
import Foundation
import Testing

@testable import ImageBuild

/// Writes Dockerfiles for other programs to check. Opt-in: `Scripts/test-dockerfiles` names the folder.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DOCKERFILES_FOLDER"] != nil))
struct DockerfileReferenceTests {
    private static let folder = URL(filePath: ProcessInfo.processInfo.environment["DOCKERFILES_FOLDER"] ?? "")

    private static func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: "\(name).Dockerfile"))
    }

    private static let kinds: [(name: String, edit: @Sendable (inout Environment) -> Void)] = [
        ("conda", { _ in }),
        ("conda-without-spark-cache", { $0.spark.precachePackages = false }),
        ("conda-on-dockerfile", { $0.docker.baseDockerfile = "FROM ubuntu:22.04\nRUN echo \\\n# why\n  hello" }),
        ("conda-on-shell", { $0.docker.baseDockerfile = "FROM ubuntu:22.04\nSHELL [\"/bin/zsh\", \"-c\"]\n" }),
        ("conda-on-escape", { $0.docker.baseDockerfile = "# escape=`\nFROM ubuntu:22.04\r\nRUN a `\r\n  b\r\n" }),
        ("conda-on-document", { $0.docker.baseDockerfile = "FROM ubuntu:22.04\nRUN <<EOF\nUSER x\nEOF" }),
        ("user-managed", { $0.python.userManagedDependencies = true }),
        (
            "user-managed-on-dockerfile",
            {
                $0.docker.baseDockerfile = "FROM ubuntu:22.04 AS one\nFROM one\nWORKDIR /x\nUSER nobody\n"
                $0.python.userManagedDependencies = true
            }
        ),
        (
            "spark-packages",
            {
                $0.spark.repositories = ["https://host/maven2"]
                $0.spark.packages = [SparkPackage(group: "a", artifact: "b", version: "1")]
            }
        ),
        (
            "r",
            {
                $0.r = RSection()
                $0.r?.rVersion = "3.6.0"
                $0.r?.snapshotDate = "2020-09-18"
                $0.r?.cranPackages = [RCranPackage(name: "a", version: "1", repository: "https://host")]
                $0.r?.githubPackages = [RGitHubPackage(repository: "owner/repo@ref")]
                $0.r?.customURLPackages = ["https://host/x.tar.gz"]
                $0.r?.bioconductorPackages = ["b"]
            }
        ),
        (
            "private-wheels",
            {
                let digest = String(repeating: "0", count: 64)
                try? $0.python.condaDependencies.addPipPackage(
                    "azureml-workspace://wheels/\(digest)/a-1-py3-none-any.whl"
                )
            }
        ),
    ]

    @Test func `the Dockerfile of every recipe is written for other programs`() async throws {
        for kind in Self.kinds {
            var environment = Environment(name: "kind")
            kind.edit(&environment)
            let details = try await environment.imageDetails(digests: KnownBaseImages())
            // hadolint wants a blank line after a here-document, but no engine does.
            let judge = kind.name == "conda-on-document" ? "user" : "recipe"
            try Self.write("\(judge)-\(kind.name)", try #require(details.dockerfile))
        }
    }
}
