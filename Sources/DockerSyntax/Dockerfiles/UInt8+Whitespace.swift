internal import AzureMLSupport

extension UInt8 {
    /// Whether this is whitespace in Go's regular expressions, which do not include the vertical tab.
    var isGoWhitespace: Bool { isASCIIWhitespace && self != 0x0B }
}
