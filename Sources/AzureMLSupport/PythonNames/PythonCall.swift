// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

// A variable of this type stands for a Python function: it takes every label in every order, also those without a
// counterpart, and the compiler answers a pasted call with the variable's message. If a Swift function has the same
// name, the compiler chooses the variable only for a call that the function refuses. Its arguments are then of the type
// `any CustomStringConvertible`, which no optional value is, so that a call with one gets the compiler's own answer.

@dynamicCallable
@available(*, unavailable)
public struct PythonCall<Argument, Result> {
    private let result: Result

    public init(_ result: Result) { self.result = result }

    public func dynamicallyCall(withKeywordArguments arguments: KeyValuePairs<String, Argument>) -> Result { result }
}
