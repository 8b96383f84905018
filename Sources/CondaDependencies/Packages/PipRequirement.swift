internal import AzureMLSupport

/// A line of pip requirements: a package, a URL, a path or an option, with its exact text.
///
/// Two requirements are equal when their texts are.
///
/// Source: PEP 508 for packages, PEP 440 for versions, PEP 503 for comparing names, PEP 427 for wheels, and pip's
/// requirements file format for the rest.
///
/// > Python: `packaging.requirements.Requirement`, `pip._internal.req.req_file`
public struct PipRequirement: Sendable, Hashable {
    /// The kind of a requirement line.
    public enum Kind: Sendable, Hashable {
        /// A package by its name: `numpy>=1.26 ; python_version < "3.12"`, `numpy @ https://example.org/numpy.whl`.
        case package
        /// A URL, a repository, a path or a file, also after `-e`: `git+https://example.org/x#egg=x`, `./x.whl`.
        case location
        /// An option for the whole list: `--index-url https://example.org/simple`.
        case option
    }

    /// An option with its value.
    public struct Option: Sendable, Hashable {
        /// The option as written, such as `--hash` or `-i`.
        public let name: String
        /// The value after `=` or a blank, without quotes; `nil` when there is none.
        public let value: String?

        /// The option as one line of text, which pip reads as this option.
        var text: String {
            guard let value else { return name }
            let isPlain = !value.utf8.contains { $0.isBlank || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
            let quote = value.utf8.contains(UInt8(ascii: "\"")) ? "'" : "\""
            return isPlain ? "\(name)=\(value)" : "\(name)=\(quote)\(value)\(quote)"
        }
    }

    /// The original text, with its blanks and its comment.
    public let text: String
    /// The kind of the line.
    public let kind: Kind
    /// Whether the line starts with `-e` or `--editable`.
    public let isEditable: Bool
    /// The name as written, before the version, after `#egg=` or in the name of a wheel or source
    /// distribution; `nil` when there is none.
    public let name: String?
    /// The extras in brackets, as written.
    public let extras: [String]
    /// The version specifiers, without parentheses, such as `>=1.26, <2`.
    public let version: VersionConstraint?
    /// The URL after `@`, or the whole URL or path.
    public let url: String?
    /// The condition after `;`, such as `python_version < "3.12"`.
    public let marker: String?
    /// The options of a line that starts with one, in order, including `-e`.
    public let options: [Option]
    /// The options after a requirement, such as `--hash=sha256:…`.
    public let requirementOptions: [Option]
    /// The wheel or source distribution that the URL or the path names.
    let file: DistributionFileName?
    /// The 1-based column of the URL or path.
    let urlColumn: Int?
    /// The 1-based columns of the options' values, or of the options that have none.
    let optionColumns: [Int]
}

extension PipRequirement {
    /// Reads a line of pip requirements.
    ///
    /// - Parameter text: The line, without YAML quotes.
    /// - Throws: ``CondaDependenciesError`` with the code `valueInvalid`, the reason and the column where reading
    ///   stopped.
    public init(_ text: String) throws {
        do {
            try self.init(parsing: text)
        } catch {
            throw CondaDependenciesError(error, in: text, readAs: .pipRequirement)
        }
    }

    init(parsing text: String) throws(PackageSyntaxError) {
        var parser = PipRequirementParser(text)
        try parser.parse()
        self = parser.requirement(text)
    }

    /// The name as pip compares it: lower case, runs of `-`, `_` and `.` as one `-`.
    ///
    /// Source: PEP 503.
    public var normalizedName: String? { name.map { Self.normalized($0.utf8) } }

    /// Returns the normalized name in a text, even if the rest is malformed; `nil` when there is no recognizable name.
    ///
    /// Used to find entries: an entry with a typo after the name is still the entry of that package.
    static func normalizedName(in text: String) -> String? {
        var parser = PipRequirementParser(text)
        let isWhole = (try? parser.parse()) != nil
        return parser.normalizedName(isWhole: isWhole)
    }

    /// Whether both texts have the same bytes.
    public static func == (left: PipRequirement, right: PipRequirement) -> Bool {
        left.text.exact == right.text.exact
    }

    /// Hashes the bytes of the text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text.exact)
    }

    static func normalized(_ name: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.count)
        let dash = UInt8(ascii: "-")
        for byte in name {
            if byte.isASCIIAlphanumeric {
                bytes.append(byte.lowercasedASCII)
            } else if bytes.last != dash {
                bytes.append(dash)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension PipRequirement: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The original text. Nothing is masked, because scripts use it as the data itself; ``debugDescription`` is for
    /// logs.
    public var description: String { text }

    /// The original text with credentials masked.
    public var debugDescription: String { text.maskingPipCredentials }

    /// A mirror without children, so that `dump` shows ``debugDescription``, in which credentials are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension PipRequirement.Option: CustomDebugStringConvertible, CustomReflectable {
    /// The option and its value with credentials masked.
    public var debugDescription: String { text.maskingCredentials }

    /// A mirror without children, so that `dump` shows ``debugDescription``, in which credentials are masked.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
