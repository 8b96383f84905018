@testable import Environment

extension Environment {
    /// Whether registering refuses the environment for a credential.
    var isRefused: Bool {
        do {
            try refuseCredentials()
            return false
        } catch {
            return error.code == .credentialInURL
        }
    }
}
