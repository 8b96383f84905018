import AzureMLSupport
import DockerSyntax
import Environment
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

@Suite struct ImageDigestLockTests {
    private static let digest = "sha256:" + String(repeating: "a", count: 64)

    @Test func `a lockfile is sorted JSON with one image per line`() throws {
        let store = try Workspace.inMemory(name: "w").store
        var lock = try ImageDigestLock(stored: nil, in: store)
        lock[try ImageReference(parsing: "b.io/x:1")] = try ImageDigest(parsing: Self.digest)
        lock[try ImageReference(parsing: "a.io/x:1")] = try ImageDigest(parsing: Self.digest)
        let text = "{\n    \"a.io/x:1\": \"\(Self.digest)\",\n    \"b.io/x:1\": \"\(Self.digest)\"\n}\n"
        #expect(String(decoding: lock.bytes, as: UTF8.self) == text)
        #expect(try ImageDigestLock(stored: lock.bytes, in: store) == lock)
    }

    @Test(arguments: [
        "", "[]", "{", "{\"x y\": \"\(digest)\"}", "{\"x\": 1}", "{\"x\": \"sha256:0\"}",
        "{\"x@\(digest)\": \"\(digest)\"}",
    ])
    func `a damaged lockfile is an error that names the file`(_ text: String) async throws {
        let scratch = try await TemporaryWorkspace()
        let store = scratch.workspace.store
        let error = #expect(throws: ImageBuildError.self) {
            try ImageDigestLock(stored: Array(text.utf8), in: store)
        }
        #expect(error?.code == .lockDamaged)
        #expect(error?.location?.file == "\(scratch.path)/image-digests.json")
    }

    @Test func `the digest in the lockfile is used in FROM`() async throws {
        let scratch = try await TemporaryWorkspace()
        var environment = Environment(name: "locked")
        environment.docker.baseImage = "b.io/x:1"
        environment.python.userManagedDependencies = true
        environment = try await environment.register(workspace: scratch.workspace)
        let before = try await environment.getImageDetails(workspace: scratch.workspace)
        #expect(before.dockerfile?.hasPrefix("FROM b.io/x:1\n") == true)
        let store = scratch.workspace.store
        try await store.changeNote(.imageDigests) { bytes in
            var lock = try ImageDigestLock(stored: bytes, in: store)
            lock[try ImageReference(parsing: "b.io/x:1")] = try ImageDigest(parsing: Self.digest)
            return lock.bytes
        }
        let after = try await environment.getImageDetails(workspace: scratch.workspace)
        #expect(after.dockerfile?.hasPrefix("FROM b.io/x:1@\(Self.digest)\n") == true)
        #expect(after.image != before.image)
        let context = try await environment.getBuildContext(workspace: scratch.workspace)
        #expect(try context.dockerfileText == after.dockerfile)
    }

    @Test(arguments: [
        (String?.none, "", "b"), ("{\"config\":{}}", "", "b"), ("{\"manifests\":[{}]}", "", "c"), (nil, "b", "c"),
    ])
    func `resolving pulls the tag, prefers the digest of a list or one that the registry has, and writes the lockfile`(
        _ list: String?,
        _ absent: String,
        _ digit: String
    ) async throws {
        let digests = ["c", "b"].map { "\"my.azurecr.io/base@sha256:\(String(repeating: $0, count: 64))\"" }
        let engine = try FakeEngine()
        try engine.write(
            "remote-base",
            """
            [{"Id":"01","Digest":"sha256:\(String(repeating: "b", count: 64))",
              "RepoDigests":[\(digests.joined(separator: ","))]}]
            """
        )
        if let list { try engine.write("list", list) }
        if !absent.isEmpty { try engine.write("absent", "@sha256:\(absent)") }
        let scratch = try await TemporaryWorkspace()
        var environment = Environment(name: "resolved")
        environment.docker.baseImage = "my.azurecr.io/base:1"
        let described = environment
        try await engine.run {
            let resolved = try await described.resolveBaseImage(workspace: scratch.workspace)
            #expect(resolved == "my.azurecr.io/base:1@sha256:\(String(repeating: digit, count: 64))")
            let store = scratch.workspace.store
            let lock = try ImageDigestLock(stored: await store.note(.imageDigests), in: store)
            #expect(
                lock[try ImageReference(parsing: "my.azurecr.io/base:1")].map { resolved.hasSuffix($0.text) } == true
            )
        }
    }

    @Test(arguments: [("amd64", ""), ("arm64", "--platform linux/arm64 ")])
    func `a pushed image has the digest that the engine reports, and is known by it`(
        _ architecture: String,
        _ platform: String
    ) async throws {
        let digest = "sha256:" + String(repeating: "d", count: 64)
        let engine = try FakeEngine()
        try engine.write("pushed", digest)
        try engine.write("remote-image", FakeEngine.image("00"))
        let scratch = try await TemporaryWorkspace()
        var environment = Environment.userManaged("pushed")
        environment.docker.platform.architecture = architecture
        let described = environment
        let registry = ContainerRegistry(address: "images.azurecr.io", username: "user", password: "canary-11ab")
        try await engine.run {
            let build = try await described.build(workspace: scratch.workspace)
            try await build.waitForCompletion(showOutput: false)
            let pushed = try await described.pushImage(workspace: scratch.workspace, registry: registry)
            #expect(pushed == "images.azurecr.io/\(build.image):latest@\(digest)")
            #expect(try engine.temporaryEntries == [])
            let calls = try engine.calls
            #expect(calls.contains("\npull \(platform)images.azurecr.io/\(build.image):latest\n"))
            #expect(!calls.contains("canary-11ab"))
        }
    }

    @Test(arguments: ["plain", "a$HOME", "100%", "\"q\" 'q' `q` \\", "名前", "%24"])
    func `names are unchanged when they are read from the labels of an image`(_ name: String) {
        let encoded = ImageLabels.encoded(name)
        #expect(!encoded.utf8.contains { "$\"'\\`".utf8.contains($0) })
        #expect(ImageLabels.decoded(encoded) == name)
    }
}
