import AzureMLSupport
import TestSupport
import Testing

/// Which names of variables and members mean secrets.
@Suite struct SecretNameTests {
    @Test(
        arguments: [
            "PASSWORD", "password", "PGPASSWORD", "DB_PASSWORD_1", "pass_word", "PASSWORDS", "db_passwd",
            "passwordHash",
            "passphrase", "SECRET_1", "CLIENT_SECRET", "clientSecret", "secrets", "MY_TOKEN", "authToken", "tokenID",
            "API_KEY", "OPENAI_API_KEY", "apikey", "api-key", "apiKey", "APIKey", "AWS_SECRET_ACCESS_KEY", "accessKey",
            "access-key", "AZURE_STORAGE_KEY", "accountKey", "PRIVATE_KEY", "privateKey", "SSH_PRIVATE_KEY",
            "SECRETKEY",
            "CONNECTION_STRING", "connectionString", "connection-string", "DB_PWD", "pwd", "DB_PASS", "dbPass",
            "credential", "credentials", "PASSWORD_PROFILE", "PASSWORD_USERNAME", "FILE_TOKEN", "token\u{301}",
        ]
    )
    func `a name with a word for a secret is recognized`(name: String) {
        #expect(SecretName.isMember(name))
        #expect(SecretName.isSecret(variable: name, value: "hunter2"))
    }

    @Test(
        arguments: [
            "TOKENIZERS_PARALLELISM", "tokenizer", "tokenization", "secretary", "passwordless", "KEY", "CACHE_KEY",
            "BYPASS", "compass", "passenger", "OLDPWD", "DB_PASSWORD_FILE", "CLIENT_SECRET_NAME", "SECRET_PATH",
            "secretName", "token-path", "GOOGLE_APPLICATION_CREDENTIALS", "", "_",
        ]
    )
    func `another word, and the name of a file or path, is not the name of a secret`(name: String) {
        #expect(!SecretName.isMember(name))
        #expect(!SecretName.isSecret(variable: name, value: "hunter2"))
    }

    @Test(
        arguments: [
            ("MAX_TOKENS", "512", false), ("MAX_TOKENS", "1e3", false), ("skip_special_tokens", "True", false),
            ("maxTokensPerCall", "512", false), ("MAX_TOKENS", "hunter2", true), ("TOKEN", "512", true),
            ("PASSWORD", "512", true), ("TOKENS_PASSWORD", "512", true), ("PASSWORDS", "true", true),
            ("PWD", "/work", false), ("TOKEN", "${TOKEN}", false), ("TOKEN", "", false),
            ("TOKEN", "$OTHER_1", false), ("TOKEN", "${other}", false), ("TOKEN", "$hunter2", true),
        ]
    )
    func `a value that cannot be a secret is not taken for one`(name: String, value: String, isSecret: Bool) {
        #expect(SecretName.isSecret(variable: name, value: value) == isSecret)
    }

    @Test(arguments: ["a", "TOKEN", "TOKENS_", "P-", "_", "CONNECTION_STRIN", "aB"])
    func `the time grows as the name`(piece: String) {
        let growth = TimeGrowth(
            from: 50_000,
            text: { String(repeating: piece, count: $0 / piece.utf8.count) + "x" },
            use: { _ = SecretName.isSecret(variable: $0, value: "1") }
        )
        #expect(growth.isLinear, "\(growth)")
    }
}
