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

    /// The name as it was given.
    package var text: String {
        switch self {
        case .wheel(let name): name.text
        case .sourceDistribution(let name): name.text
        }
    }
}
