// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

// Assignments that are right in Python, but need a conversion in Swift. A type cannot declare a property twice, so
// these are members of a protocol. Their type takes dictionaries or texts but has none of their members, so that the
// compiler chooses them only for an assignment.

@available(*, unavailable)
public protocol DictionaryOfVariables {}

// Otherwise the compiler's answer to a wrong use of a variable's value would be that there is no subscript.
@available(*, unavailable)
extension DictionaryOfVariables {
    public subscript(name: String) -> String? {
        get { nil }
        set {}
    }
}

@available(*, unavailable, message: "write: EnvironmentVariables(dictionary)")
extension Dictionary: DictionaryOfVariables where Key == String, Value == String {}

@available(*, unavailable)
public protocol VariablesFromDictionary {}

@available(*, unavailable)
extension VariablesFromDictionary {
    @available(
        *,
        unavailable,
        message: "write: environment.environmentVariables = EnvironmentVariables(dictionary)"
    )
    public var environmentVariables: any DictionaryOfVariables {
        get { [:] }
        set {}
    }
}

@available(*, unavailable)
public protocol PasswordFromText {}

@available(*, unavailable)
extension PasswordFromText {
    @available(*, unavailable, message: "write: Secret(text), or better a reference: .environmentVariable(\"NAME\")")
    public var password: (any CustomStringConvertible)? {
        get { nil }
        set {}
    }
}

@available(*, unavailable)
public protocol TokenFromText {}

@available(*, unavailable)
extension TokenFromText {
    @available(*, unavailable, message: "write: Secret(text), or better a reference: .environmentVariable(\"NAME\")")
    public var authToken: (any CustomStringConvertible)? {
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
