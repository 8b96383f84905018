internal import AzureMLSupport
internal import Environment

/// What must not show in a log or an error, whoever writes it.
struct SecretMask: Sendable {
    private let values: [String]

    /// Makes a mask for values, the longest first, so that none leaves a part of another one.
    init(values: [String]) {
        self.values = Set(values).filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// The text with `***` for each secret, and without credentials in URLs.
    func masking(_ text: String) -> String {
        var masked = text
        for value in values where masked.utf8.count >= value.utf8.count {
            masked = masked.replacing(value, with: "***")
        }
        return masked.maskingCredentials
    }
}

extension SecretMask {
    /// Masks all secrets of an environment that have a value here.
    init(of environment: Environment) {
        self.init(values: environment.secrets.values.compactMap { try? $0.revealed() })
    }
}
