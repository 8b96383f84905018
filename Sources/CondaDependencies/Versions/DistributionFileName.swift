/// The file name of a package that pip installs from a file: of a wheel, or of a source distribution.
package enum DistributionFileName: Sendable, Hashable {
    case wheel(WheelFileName)
    case sourceDistribution(SourceDistributionFileName)

    /// Reads a file name.
    ///
    /// - Parameter text: The name; the result is `nil` when it is neither a wheel's nor a source distribution's.
    package init?(_ text: String) {
        if let wheel = WheelFileName(text) {
            self = .wheel(wheel)
        } else if let source = SourceDistributionFileName(text) {
            self = .sourceDistribution(source)
        } else {
            return nil
        }
    }

    /// Reads the file name at the end of a URL or path; `nil` when it is neither a wheel's nor a source distribution's.
    init?(atEndOf location: ArraySlice<UInt8>) {
        let path = location.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let slash = path.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        let name = path[(slash.map { $0 + 1 } ?? path.startIndex)...]
        if let wheel = WheelFileName(loosely: name) {
            self = .wheel(wheel)
        } else if let source = SourceDistributionFileName(String(decoding: name, as: UTF8.self)) {
            self = .sourceDistribution(source)
        } else {
            return nil
        }
    }

    /// The name of the project.
    var distribution: String {
        switch self {
        case .wheel(let name): name.distribution
        case .sourceDistribution(let name): name.distribution
        }
    }

    /// The version of the project.
    var version: String {
        switch self {
        case .wheel(let name): name.version
        case .sourceDistribution(let name): name.version
        }
    }

    /// The name as it was given.
    package var text: String {
        switch self {
        case .wheel(let name): name.text
        case .sourceDistribution(let name): name.text
        }
    }
}
