/// A password or token that never appears in a description, log, error or stored definition.
///
/// A value given as a string literal stays in memory only. A reference names an environment variable or a file, from
/// which the value is read when it is needed.
///
/// > Python: a plain `str`, which azureml-core prints and stores in clear text
public struct Secret: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    package enum Source: Sendable, Hashable {
        case value(String)
        case environmentVariable(String)
        case file(String)
    }

    package let source: Source

    package init(source: Source) {
        self.source = source
    }

    /// Makes a secret from its value.
    public init(_ value: String) {
        self.init(source: .value(value))
    }

    /// Makes a secret from a string literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Makes a reference to an environment variable, which is read when the value is needed.
    public static func environmentVariable(_ name: String) -> Secret {
        Secret(source: .environmentVariable(name))
    }

    /// Makes a reference to a file, which is read when the value is needed.
    public static func file(_ path: String) -> Secret {
        Secret(source: .file(path))
    }

    /// Whether this contains the secret itself: as the value or, by mistake, in place of the name of a variable or file.
    package var isPlain: Bool {
        switch source {
        case .value: true
        case .environmentVariable(let text), .file(let text):
            TokenForm.isToken(text.utf8) || URLCredential(in: Array(text.utf8), as: .value) != nil
        }
    }

    /// `***`, or the variable or file that the reference names, with tokens and credentials masked; never the value.
    public var description: String {
        switch source {
        case .value: "***"
        case .environmentVariable(let name): "${\(name.maskingCredentials)}"
        case .file(let path): "file:\(path.maskingCredentials)"
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without children, so that `dump` does not show the value.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
