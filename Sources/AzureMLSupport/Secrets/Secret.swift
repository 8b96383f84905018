/// A password or token that no description, log, error or stored definition shows.
///
/// A value given as a string literal stays in memory only. A reference names an environment variable or a file that
/// holds the value where it is needed.
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

    /// A reference to an environment variable, read where the value is needed.
    public static func environmentVariable(_ name: String) -> Secret {
        Secret(source: .environmentVariable(name))
    }

    /// A reference to a file, read where the value is needed.
    public static func file(_ path: String) -> Secret {
        Secret(source: .file(path))
    }

    /// `***`, or what the reference names; never the value.
    public var description: String {
        switch source {
        case .value: "***"
        case .environmentVariable(let name): "${\(name)}"
        case .file(let path): "file:\(path)"
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without children, so that `dump` shows no value.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
