import AzureMLSupport
import CondaDependencies
import Testing

@testable import Environment

/// Credentials in the addresses of proxies, which need no scheme.
@Suite struct ProxyCredentialTests {
    private static let addresses = [
        "user:hunter2@proxy", "user:hunter2@proxy:8080", "user:hunt,er2@proxy:8080", "user:hunt;er2@proxy.example",
        "user:hunt'er2@proxy:8080", "user:hunt(er2@proxy:8080", "user:hunt[er2@proxy:8080", "user:hunt<er2@proxy:8080",
        ":hunter2@proxy:8080", "user:hunter2@my_proxy:8080/", "user:hunt@er2@proxy:8080", "user:hunter2@[::1]:8080",
        "user:hunter2@${PROXY_HOST}:${PROXY_PORT}", "user:h@unt,er2@proxy:8080", "user:h@unt/er2@proxy",
        "user:h//er2@proxy", "proxy:hunter2@squid", "svc-proxy:hunt,er2@squid:3128", "user:hunter2@$PROXY:3128",
        "user:hunt,er2@a-host-with-a-long-name-that-ends-with-proxy:3128",
    ]

    private static func shownTexts(_ environment: Environment) -> String {
        var dumped = ""
        dump(environment, to: &dumped)
        return dumped
            + "\(environment.environmentVariables)\(environment.docker)\(environment.python.condaDependencies)"
    }

    @Test(arguments: addresses)
    func `a password in the address of a proxy is refused in a variable`(address: String) throws {
        let variables = JSONValue(JSONObject([("https_proxy", JSONValue(address))]))
        let definitions: [JSONValue] = [
            ["environmentVariables": variables],
            ["python": ["condaDependencies": ["dependencies": ["python"], "variables": variables]]],
        ]
        for definition in definitions {
            let environment = try Environment(definition: definition)
            #expect(environment.isRefused)
            #expect(!Self.shownTexts(environment).contains("er2"))
        }
    }

    @Test(arguments: addresses)
    func `a password in the address of a proxy is refused in a Dockerfile`(address: String) {
        var environment = Environment(name: "x")
        for line in [
            "ENV http_proxy=\"\(address)\"", "ENV http_proxy \(address)", "RUN pip install --proxy \"\(address)\" a",
            "RUN pip install --proxy=\"\(address)\" a", "RUN [\"pip\", \"--proxy\", \"\(address)\"]",
            "RUN export HTTPS_PROXY=\"\(address)\" && id",
        ] {
            environment.docker.baseDockerfile = "FROM a\n\(line)\n"
            #expect(environment.isRefused, "\(line)")
            #expect(!Self.shownTexts(environment).contains("er2"), "\(line)")
        }
    }

    @Test(
        arguments: [
            "ENV http_proxy=proxy:8080", "ENV http_proxy=user@proxy:8080", "ENV http_proxy=$user:$password@proxy:8080",
            "ENV no_proxy=a:b@c", "LABEL proxy=nginx:1.2@sha256:0123456789abcdef", "RUN npm i --proxy a@1.0",
            "RUN echo proxy: mail me@host", "ENV http_proxy=http://${USER}:${PASSWORD}@proxy:8080", "ARG http_proxy",
            "RUN npm install http-proxy lodash@npm:foo@1.2", "# nginx proxy, mailto:me@example.com",
            "LABEL proxy=\"mailto:ops@example.com\"",
            "ENV http_proxy=${PROTO}://${U}:${P}@squid:3128",
            "RUN export https_proxy=${https_proxy:-\"http://$U:$P@squid:3128\"}",
            "COPY <<E /x.py\nproxy = f\"http://{user}:{pw}@squid:3128\"\nE",
            "RUN http_proxy=$a:$b@h:80;https_proxy=$c:$d@h:80",
            "RUN pip --proxy \"$user:$password@$host:$port\" install a",
        ]
    )
    func `other proxies are accepted`(line: String) throws {
        var environment = Environment(name: "x")
        environment.docker.baseDockerfile = "FROM a\n\(line)\n"
        try environment.refuseCredentials()
        #expect(environment.secretDiagnostics == [])
    }

    @Test(arguments: [
        "https_proxy:\n    user:hunt,er2@squid", "https_proxy: >-\n    user:hunt,er2@squid",
        "https_proxy: &p user:hunt,er2@squid", "\"https_proxy\" : user:hunt,er2@squid",
        "https_proxy: user:hunt er2@squid",
    ])
    func `a conda file does not show a password, wherever it begins`(variable: String) throws {
        var environment = Environment(name: "x")
        let yaml = "dependencies: [python]\nvariables:\n  \(variable)\n"
        environment.python.condaDependencies = try CondaDependencies(yaml: yaml)
        #expect(environment.isRefused)
        #expect(!Self.shownTexts(environment).contains("er2"))
    }

    @Test func `an error about a variable says what to do`() throws {
        let definition: JSONValue = ["environmentVariables": ["ALL_PROXY": "user:hunt,er2@proxy"]]
        let environment = try Environment(definition: definition)
        let error = try #require(throws: EnvironmentError.self) { try environment.refuseCredentials() }
        #expect("\(error)".contains("the address of a proxy in 'environmentVariables.ALL_PROXY'"))
        #expect(!"\(error)".contains("er2"))
    }
}
