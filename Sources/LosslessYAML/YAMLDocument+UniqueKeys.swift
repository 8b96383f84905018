internal import AzureMLSupport

extension YAMLDocument {
    /// libyaml accepts a key twice; conda, pip and azureml-core would each take another of the two.
    func requireUniqueKeys(in mappings: [Int32]) throws(YAMLError) {
        for mapping in mappings {
            let keys = keys(of: YAMLNode(mapping)).filter { self[$0].kind == .scalar }
            guard let (key, earlier) = duplicate(among: keys) else { continue }
            throw YAMLError(
                .duplicateKey,
                "the key '\(string(of: key))' stands here a second time; the first is in line "
                    + "\(location(of: earlier).line ?? 0)",
                at: location(of: key),
                hint: "keep one of the two, and move what belongs to the other below it"
            )
        }
    }

    private func duplicate(among keys: [YAMLNode]) -> (key: YAMLNode, earlier: YAMLNode)? {
        // Few keys are compared at once; many would make that quadratic.
        guard keys.count > 8 else {
            for (position, key) in keys.enumerated() {
                if let earlier = keys[..<position].first(where: { isSameKey($0, key) }) { return (key, earlier) }
            }
            return nil
        }
        var seen: [ArraySlice<UInt8>: YAMLNode] = [:]
        for key in keys {
            if let earlier = seen.updateValue(key, forKey: bytes(in: self[key].content)), isSameKey(earlier, key) {
                return (key, earlier)
            }
        }
        return nil
    }

    /// The number 1 and the text "1" are two keys.
    private func isSameKey(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
        bytes(in: self[left].content) == bytes(in: self[right].content)
            && (self[left].style == self[right].style || scalar(of: left) == scalar(of: right))
    }
}
