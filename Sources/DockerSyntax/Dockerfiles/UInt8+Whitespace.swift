internal import AzureMLSupport

extension UInt8 {
    /// Whether it is white space in Go's regular expressions, to which the vertical tab does not belong.
    var isGoWhitespace: Bool { isASCIIWhitespace && self != 0x0B }
}
