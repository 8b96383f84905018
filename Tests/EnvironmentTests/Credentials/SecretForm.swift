/// The spelling of a secret.
struct SecretForm: Sendable {
    let text: String
    /// The part that must never be shown.
    let secret: String

    private init(_ text: String, _ secret: String) {
        self.text = text
        self.secret = secret
    }

    private static let canary = "canary0123456789canary"

    /// Addresses from which pip, conda, git or an engine takes a password or token.
    static let addresses: [SecretForm] =
        [
            "https://user:PW@h.example/s", "https://PW@h.example/s", "https://PW:@h.example/s",
            "https://:PW@h.example/s", "HTTPS://user:PW@h.example/s", "//user:PW@h.example/s",
            "git+https://PW@h.example/a.git", "ssh://git:PW@h.example/a.git", "ftp://user:PW@h.example/a",
            "https://user:a\"PW@h.example/s", "https://user:a<PW@h.example/s", "https://user:a>PW@h.example/s",
            "https://<user:PW>@h.example/s", "https://user:<PW>@h.example/s", "https://user:a@PW@h.example/s",
            "https://user:a,PW@h.example/s", "https://PW:${EMPTY}@h.example/s", "https://PW:x-oauth-basic@h.example/s",
            "https://oauth2:PW@h.example/s", "wasbs://box@h.example/r.jar?sig=PW",
            "https://h.example/a?token=PW", "https://h.example/a?Access_Token=PW",
            "https://h.example/a?x=1&password=PW",
            "https://h.example/a?password=\"PW\"", "https://h.example/a?api-key=PW", "https://h.example/a?apikey=PW",
            "https://h.example/a?pwd=PW", "https://h.example/a?pass=PW", "https://h.example/a?code=PW",
            "https://h.example/a?key=PW", "https://h.example/a?auth=PW", "https://h.example/a?X-Amz-Signature=PW",
            "https://h.example/a?Signature=PW", "https://h.example/a?sv=1&sig=PW", "https://h.example/a?pass%77ord=PW",
            "https://h.example/a#token=PW", "https://h.example/t/PW/main",
            "BlobEndpoint=https://h.example;SharedAccessSignature=sv=1&sig=PW",
            "https://h.example;user=me;password=PW", "https://conda.anaconda.org/t/PW/main",
            "https://repo.fury.io/PW/me/", "https://dl.cloudsmith.io/PW/me/simple/",
            "https://h.example/a?token='PW'", "https://h.example/a?token=,PW", "https://h.example/a?token=)PW",
            "https://h.example/a?token=x,PW",
            "https://h.example//t/PW/main", "https://repo.fury.io//PW/me/",
            "https:/user:PW@h.example/a", "https:///user:PW@h.example/a", "HTTP:///user:PW@nexus",
            "user:PW@proxy.example:3128", "https://h.example/a?token=${EMPTY},PW",
        ].map { SecretForm($0.replacing("PW", with: canary), canary) }

    /// Addresses that tabs or line breaks interrupt, which Python removes from them.
    static let interruptedAddresses: [SecretForm] =
        [
            "https:/\t/user:PW@nexus/simple", "https://\tuser:PW@nexus/simple", "https://\nuser:PW@nexus/simple",
            "https://user:\r\nPW@nexus/simple", "https://user:PW\n@nexus/simple", "ht\ntps://PW@nexus/simple",
            "https://h.example/a?to\tken=PW",
        ].map { SecretForm($0.replacing("PW", with: canary), canary) }

    /// Options of pip in which quotes and escapes hide an address.
    static let quotedAddresses: [SecretForm] =
        [
            #""https://"user:PW@h.io/simple"#, #""https:/"/user:PW@nexus/simple"#, #"https:/\/user:PW@nexus/simple"#,
            "https:/'/'user:PW@nexus/simple", #"https://h.io/simple?to"k"en=PW"#, "https://h.io/simple?token='PW'",
            "\"https:/\t/user:PW@nexus/simple\"", #"https://h.io//t""oken@h/simple?pass""word=PW"#,
        ].map { SecretForm($0.replacing("PW", with: canary), canary) }

    /// An option of pip in which quotes hide a token.
    static let quotedToken = SecretForm("https://${U}:${P}@h.io/gh''p_\(canary)", canary)

    /// Addresses with a secret in a form that is not promised, or that no program reads as one.
    static let silentAddresses: [SecretForm] = [
        // The user name can be that of a person.
        SecretForm("https://hunter2:${EMPTY}@h.example/s", "hunter2"),
        // A slash ends the part with the password.
        SecretForm("https://user:hun/ter2@h.example/s", "hun/ter2"),
        SecretForm("https://h.example/a?word=hunter2", "hunter2"), SecretForm("https://h.example/hunter2/a", "hunter2"),
    ]

    /// References and placeholders, which are not secrets.
    static let references: [SecretForm] =
        [
            "https://${USER}:${PASSWORD}@h.example/s", "https://${TOKEN}@h.example/s",
            "https://h.example/a?token=${TOKEN}&x=1",
            "https://<USER>:<TOKEN>@h.example/s", "https://<user>:<your-token>@h.example/s",
            "https://git@h.example/a.git",
            "https://h.example/t/${TOKEN}/main", "https://repo.fury.io/${TOKEN}/me/", "https://oauth2:${T}@h.example/s",
            "https://build-agent-2024.team:${TOKEN}@h.example/s", "https://${TOKEN}:x-oauth-basic@h.example/s",
            "https://dl.cloudsmith.io/public/org/simple/", "git+ssh://git@h.example/a.git",
        ].map { SecretForm($0, $0) }

    /// Tokens and keys whose services have published their form.
    static let tokens: [SecretForm] =
        ["ghp_", "gho_", "ghs_", "ghr_", "ghu_", "github_pat_", "glpat-"].map { form($0 + canary) }
        + [
            form("AKIA0123456789ABCDEF"), form("hf_\(canary)\(canary)"), form("pypi-AgEIcHlwaS5vcmc\(canary)"),
            form("xoxb-0123456789-\(canary)"), form("xoxp-0123456789-\(canary)"),
            form("ASIA0123456789ABCDEF"), form("xapp-1-A01-23-\(canary)"), form("xoxe-1-\(canary)"),
            form("xoxe.xoxp-1-\(canary)"),
            SecretForm("AccountName=a;AccountKey=\(canary)==;", canary),
            SecretForm("SharedAccessKey=\(canary)", canary),
            form("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.\(canary)"),
            SecretForm("-----BEGIN RSA PRIVATE KEY-----\(canary)", canary),
        ]

    private static func form(_ token: String) -> SecretForm { SecretForm(token, token) }
}
