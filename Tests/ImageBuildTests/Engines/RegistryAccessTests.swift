import AzureMLSupport
import Environment
import Foundation
import TestSupport
import Testing
import Workspace

@testable import ImageBuild

/// The user's own configuration that an engine still has while it uses the credentials of a build.
@Suite(.timeLimit(.minutes(2))) struct RegistryAccessTests {
    private static func access(_ text: String) throws -> RegistryAccess {
        let scratch = try ScratchFolder()
        try scratch.write("a.json", text)
        return RegistryAccess(path: "\(scratch.path)/a.json")
    }

    private static func json(_ access: RegistryAccess) throws -> JSONValue {
        try JSONValue(parsing: access.bytes)
    }

    @Test(arguments: [
        (#"{"auths":{"a.io":{"auth":"x"},"my.azurecr.io":{"auth":"y"}}}"#, #"{"auths":{"a.io":{"auth":"x"}}}"#),
        (#"{"auths":{"https://MY.azurecr.io/v1/":{},"my.azurecr.io/team":{},"b":{}}}"#, #"{"auths":{"b":{}}}"#),
        (#"{"credHelpers":{"my.azurecr.io":"acr","b":"c"}}"#, #"{"credHelpers":{"b":"c"}}"#),
        (#"{"credsStore":"desktop"}"#, #"{"credsStore":"desktop"}"#),
        (
            #"{"currentContext":"mine","proxies":{"default":{}},"HttpHeaders":{"A":"b"}}"#,
            #"{"currentContext":"mine","proxies":{"default":{}},"HttpHeaders":{"A":"b"}}"#
        ), ("no JSON", "{}"), ("[]", "{}"),
    ])
    func `only the credentials for the host are removed`(_ text: String, _ expected: String) throws {
        var access = try Self.access(text)
        access.forget(host: "my.azurecr.io")
        #expect(try Self.json(access) == JSONValue(parsing: Array(expected.utf8)))
    }

    @Test func `Docker Hub is found under its key in the file`() throws {
        var access = try Self.access(#"{"credsStore":"x","auths":{"https://index.docker.io/v1/":{}}}"#)
        access.forget(host: "docker.io")
        #expect(try Self.json(access) == ["credsStore": "x", "auths": [:]])
    }

    // If a file says nothing about credentials, Docker's client uses a store that it finds on the machine.
    @Test(
        arguments: [#"{"credsStore":"x"}"#, "{}"],
        [
            ("my.azurecr.io", "my.azurecr.io"), ("MY.azurecr.io:443", "MY.azurecr.io:443"),
            ("docker.io", "https://index.docker.io/v1/"), ("index.docker.io", "index.docker.io"),
        ]
    )
    func `no store gets the password of a host, which Docker looks up as it is spelled`(
        _ text: String,
        _ row: (host: String, key: String)
    ) throws {
        var access = try Self.access(text)
        access.disableCredentialStore(host: row.host)
        #expect(try Self.json(access)["credHelpers"] == [row.key: ""])
    }

    private static func build(with engine: FakeEngine) async throws {
        var environment = Environment.userManaged("known")
        environment.docker.baseImageRegistry = ContainerRegistry(username: "user", password: "canary-5512")
        let described = environment
        let scratch = try await TemporaryWorkspace()
        try await engine.run {
            let build = try await described.build(workspace: scratch.workspace)
            try await build.waitForCompletion(showOutput: false)
            #expect(await build.failure == nil)
        }
    }

    @Test func `Docker keeps its contexts, plugins and other registries, and the user's files are unchanged`()
        async throws
    {
        let home = try ScratchFolder()
        let own = #"{"auths": {"b.io": {"auth": "x"}}, "currentContext": "mine"}"#
        try home.write("own/config.json", own)
        try home.write("own/contexts/meta/a", "context")
        try home.write("own/cli-plugins/docker-buildx", "plugin")
        let engine = try FakeEngine(
            building: """
                cat "$DOCKER_CONFIG/contexts/meta/a" "$DOCKER_CONFIG/cli-plugins/docker-buildx" >"$FAKE/seen"
                cat "$DOCKER_CONFIG/config.json" >"$FAKE/configuration"
                """,
            named: "docker",
            variables: ["DOCKER_BUILDKIT": "0", "DOCKER_CONFIG": "\(home.path)/own"]
        )
        try engine.write("version", #"{"Client":{"Version":"24.0.1"},"Server":{"Version":"24.0.1"}}"# + "\n")
        try await Self.build(with: engine)
        #expect(try engine.read("seen") == "contextplugin")
        #expect(
            try JSONValue(parsing: Array(engine.read("configuration").utf8)) == [
                "auths": ["b.io": ["auth": "x"]], "currentContext": "mine", "credHelpers": ["my.azurecr.io": ""],
            ]
        )
        #expect(try String(contentsOfFile: "\(home.path)/own/config.json", encoding: .utf8) == own)
        #expect(FileManager.default.fileExists(atPath: "\(home.path)/own/contexts/meta/a"))
    }

    @Test func `Podman finds the same credentials for other registries as without a password`() async throws {
        let home = try ScratchFolder()
        try home.write("session/containers/auth.json", #"{"auths":{"b.io":{"auth":"first"}}}"#)
        try home.write("config/containers/auth.json", #"{"auths":{"b.io":{"auth":"second"},"c.io":{"auth":"x"}}}"#)
        try home.write("docker/config.json", #"{"credHelpers":{"d.io":"helper"},"credsStore":"desktop"}"#)
        let engine = try FakeEngine(
            building: "cat \"$REGISTRY_AUTH_FILE\" >\"$FAKE/configuration\"",
            variables: [
                "XDG_RUNTIME_DIR": "\(home.path)/session", "XDG_CONFIG_HOME": "\(home.path)/config",
                "DOCKER_CONFIG": "\(home.path)/docker",
            ]
        )
        try await Self.build(with: engine)
        #expect(
            try JSONValue(parsing: Array(engine.read("configuration").utf8)) == [
                "auths": ["b.io": ["auth": "first"], "c.io": ["auth": "x"]], "credHelpers": ["d.io": "helper"],
            ]
        )
    }
}
