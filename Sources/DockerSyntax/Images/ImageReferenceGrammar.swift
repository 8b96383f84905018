internal import AzureMLSupport

/// The grammar of image references, as allow-lists of bytes.
enum ImageReferenceGrammar {
    static func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "/", ":", "@", "_", "-", "[", "]": true
        default: UInt8(exactly: scalar.value).map(\.isASCIIAlphanumeric) == true
        }
    }

    /// Whether engines read a first component as a host, rather than as part of a path in their default registry.
    static func looksLikeHost(_ component: ArraySlice<UInt8>) -> Bool {
        component.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0.isASCIIUppercase }
            || component.elementsEqual("localhost".utf8)
    }

    /// Whether a component is `name.of.host` or an IPv6 address in brackets, with or without a port.
    static func isHost(_ component: ArraySlice<UInt8>) -> Bool {
        if component.first == UInt8(ascii: "[") {
            guard let end = component.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let address = component[component.startIndex + 1..<end]
            return !address.isEmpty && address.allSatisfy { $0.isASCIIHexDigit || $0 == UInt8(ascii: ":") }
                && isPortOrNothing(component[(end + 1)...])
        }
        let end = component.firstIndex(of: UInt8(ascii: ":")) ?? component.endIndex
        let labels = component[..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.allSatisfy(isHostLabel) && isPortOrNothing(component[end...])
    }

    private static func isHostLabel(_ label: ArraySlice<UInt8>) -> Bool {
        guard let first = label.first, let last = label.last else { return false }
        return first.isASCIIAlphanumeric && last.isASCIIAlphanumeric
            && label.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
    }

    private static func isPortOrNothing(_ text: ArraySlice<UInt8>) -> Bool {
        text.isEmpty || text.count > 1 && text.first == UInt8(ascii: ":") && text.dropFirst().allSatisfy(\.isASCIIDigit)
    }

    /// Whether a component consists of lower-case letters and digits, separated by one `.`, one or two `_`, or any
    /// number of `-`.
    static func isPathComponent(_ component: ArraySlice<UInt8>) -> Bool {
        guard let first = component.first, let last = component.last, isLowerOrDigit(first), isLowerOrDigit(last) else {
            return false
        }
        let separators = component.split(whereSeparator: isLowerOrDigit)
        return separators.allSatisfy { separator in
            separator.elementsEqual(".".utf8) || separator.elementsEqual("_".utf8) || separator.elementsEqual("__".utf8)
                || separator.allSatisfy { $0 == UInt8(ascii: "-") }
        }
    }

    static func flawOfPathComponent(_ component: ArraySlice<UInt8>) -> String {
        if component.isEmpty { return "a part of its path is empty" }
        let text = String(decoding: component, as: UTF8.self)
        return component.contains(where: \.isASCIIUppercase)
            ? "'\(text)' has capital letters"
            : "'\(text)' is not a valid part of an image's path"
    }

    /// Whether a text is a letter, a digit or `_`, followed by up to 127 letters, digits, `_`, `.` and `-`.
    static func isTag(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, first.isASCIIAlphanumeric || first == UInt8(ascii: "_"), text.count <= 128 else {
            return false
        }
        return text.allSatisfy { $0.isASCIIAlphanumeric || $0.isOne(of: "_", ".", "-") }
    }

    private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
        byte.isASCIILowercase || byte.isASCIIDigit
    }
}
