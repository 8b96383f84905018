internal import AzureMLSupport
internal import AzureMLSystem
internal import LosslessYAML

/// A conda environment specification: channels, conda packages, pip packages and a Python version.
///
/// The source text is kept byte for byte; an edit changes only the lines that it concerns. This is a value type:
/// edits of the original do not affect a copy.
///
/// > Python: `azureml.core.conda_dependencies.CondaDependencies`
public struct CondaDependencies: Sendable {
    /// No specification at all, like a Python `conda_dependencies` of `None`: no text, no name, absent in JSON.
    ///
    /// The first edit turns it into a specification.
    public static let empty = CondaDependencies(document: nil)

    /// The text with the index of its entries, which edits update together.
    var content: IndexedDocument

    /// The text; `nil` for ``empty``.
    var document: YAMLDocument? {
        // Yielded instead of returned, because a copy retains each part of a document.
        _read { yield content.document }
    }

    init(document: YAMLDocument?) {
        content = IndexedDocument(document)
    }

    /// Creates azureml-core's default specification: Python 3.8.13 and azureml-defaults.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies()`
    public init() {
        self = Self.template
    }

    /// Reads a specification from a file.
    ///
    /// - Parameter condaDependenciesFilePath: The file's path, relative to the working directory.
    /// - Throws: ``CondaDependenciesError`` with the code `fileUnreadable`, `tooLarge`, `yamlInvalid`,
    ///   `structureInvalid` or `keyUnknown`, and the location in the file.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies(conda_dependencies_file_path)`
    public init(condaDependenciesFilePath: String) throws {
        let path = ProcessContext.current.absolutePath(condaDependenciesFilePath)
        let bytes: [UInt8]
        do {
            bytes = try LocalFile.read(path: path, limit: YAMLLimits.condaSpecification.byteCount)
        } catch {
            throw CondaDependenciesError(error, reading: condaDependenciesFilePath, as: .condaFile)
        }
        try self.init(parsing: bytes, file: condaDependenciesFilePath)
    }

    /// Reads a specification from a string.
    ///
    /// - Parameter yaml: The specification as YAML; an empty string is not a specification.
    /// - Throws: ``CondaDependenciesError`` with the code `tooLarge`, `yamlInvalid`, `structureInvalid` or
    ///   `keyUnknown`, and the location in the text.
    public init(yaml: String) throws {
        try self.init(parsing: Array(yaml.utf8), file: nil)
    }

    /// Reads a specification from bytes; errors name the file.
    package init(parsing bytes: [UInt8], file: String?) throws(CondaDependenciesError) {
        do {
            content = IndexedDocument(try YAMLDocument(parsing: bytes, file: file, limits: .condaSpecification))
        } catch {
            throw OtherFileKind(text: bytes).map { CondaDependenciesError(error, hint: $0.hint) }
                ?? CondaDependenciesError(error)
        }
        try requireStructure()
    }
}

extension CondaDependencies {
    /// Returns the number of packages in azureml-core's default specification.
    ///
    /// - Returns: The conda packages, Python among them, and the pip packages.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.get_default_number_of_packages()`
    public func getDefaultNumberOfPackages() -> (condaPackages: Int, pipPackages: Int) {
        let template = CondaDependencies()
        return (template.condaPackages.count, template.pipPackages.count)
    }
}

extension CondaDependencies: Equatable {
    /// Whether both have the same text.
    public static func == (left: CondaDependencies, right: CondaDependencies) -> Bool {
        left.bytes == right.bytes
    }
}

extension CondaDependencies: CustomStringConvertible, CustomReflectable {
    /// The text with user names and passwords in URLs masked; ``serializeToString()`` returns it unmasked.
    ///
    /// If an escape sequence, a folded line or quotes in a pip option hide one of them in the text, this is the content
    /// as JSON, masked.
    public var description: String {
        let text = serializeToString()
        let content = asDict()
        let masked = maskedContent
        return masked == content.maskingCredentials && Self.shows(content, in: text)
            ? text.maskingCredentialsOfLines : masked.pythonText(indent: 4)
    }

    /// Whether all strings that must be masked are in the text as they are, one after another.
    private static func shows(_ content: JSONValue, in text: String) -> Bool {
        // Only the name of a variable shows that its value is the address of a proxy, and it can be on another line.
        let hidesProxy = (content["variables"].object ?? [:]).contains { name, value in
            URLCredential.isProxy(name: name) && value.string.flatMap { URLCredential(inProxy: $0) } != nil
        }
        if hidesProxy { return false }
        var rest: Substring.UTF8View? = text[...].utf8
        content.forEachText { string in
            let masked = string.text.maskingCredentials
            guard masked != string.text else { return }
            // The text is not masked across tabs and line breaks.
            guard masked == string.text.maskingCredentialsOfLines else { return rest = nil }
            rest = rest.flatMap { rest in
                rest.firstRange(of: string.text.utf8).map { rest[$0.lowerBound...].dropFirst(string.text.utf8.count) }
            }
        }
        return rest != nil
    }

    /// A mirror without children, so that `dump` shows the masked description.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
