// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

// Assignments that are right in Python, but need a conversion in Swift. A type cannot declare a property twice, so these
// are members of a protocol. The compiler chooses them only for a value of another type than that of the real property.

@available(*, unavailable)
public protocol VariablesFromDictionary {}

@available(*, unavailable)
extension VariablesFromDictionary {
    @available(
        *,
        unavailable,
        message: "write: environment.environmentVariables = EnvironmentVariables(dictionary)"
    )
    public var environmentVariables: [String: String] {
        get { [:] }
        set {}
    }
}

@available(*, unavailable)
public protocol PasswordFromText {}

@available(*, unavailable)
extension PasswordFromText {
    @available(*, unavailable, message: "write: Secret(text), or better a reference: .environmentVariable(\"NAME\")")
    public var password: String? {
        get { nil }
        set {}
    }
}

@available(*, unavailable)
public protocol TokenFromText {}

@available(*, unavailable)
extension TokenFromText {
    @available(*, unavailable, message: "write: Secret(text), or better a reference: .environmentVariable(\"NAME\")")
    public var authToken: String? {
        get { nil }
        set {}
    }
}

@available(*, unavailable)
extension Environment: VariablesFromDictionary {}

@available(*, unavailable)
extension ContainerRegistry: PasswordFromText {}

@available(*, unavailable)
extension RGitHubPackage: TokenFromText {}
