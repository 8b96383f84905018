internal import AzureMLSupport

extension YAMLDocument {
    /// Refuses repeated keys. libyaml accepts them, but parsers differ on which of the two values counts.
    func requireUniqueKeys(in mappings: [YAMLNode]) throws(YAMLError) {
        for mapping in mappings {
            guard let (key, earlier) = duplicate(among: keys(of: mapping)) else { continue }
            throw YAMLError(
                .keyDuplicated,
                "the key '\(string(of: key))' is repeated here; it is first used in line "
                    + "\(location(of: earlier).line ?? 0)",
                at: location(of: key),
                hint: "keep one of the two, and move the entries of the other below it"
            )
        }
    }

    private func duplicate(among keys: [YAMLNode]) -> (key: YAMLNode, earlier: YAMLNode)? {
        // A few keys are compared directly; for many keys this would take quadratic time.
        guard keys.count > 8 else {
            for (position, key) in keys.enumerated() {
                if let earlier = keys[..<position].first(where: { isSameKey($0, key) }) { return (key, earlier) }
            }
            return nil
        }
        var seen: [Key: YAMLNode] = [:]
        for key in keys where kind(of: key) == .scalar {
            if let earlier = seen.updateValue(key, forKey: Key(utf8(of: key), scalar(of: key))) {
                return (key, earlier)
            }
        }
        return nil
    }

    private func isSameKey(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
        guard kind(of: left) == .scalar, kind(of: right) == .scalar else { return false }
        let text = utf8(of: left)
        // The meaning of a text is determined only when it is needed.
        return text == utf8(of: right) && Key(text, scalar(of: left)) == Key(text, scalar(of: right))
    }

    /// A key for comparison: the number 1 and the text "1" are different keys.
    private struct Key: Hashable {
        let text: ArraySlice<UInt8>
        let isText: Bool

        init(_ text: ArraySlice<UInt8>, _ meaning: YAMLScalar) {
            self.text = text
            isText = meaning == .string
        }
    }
}
