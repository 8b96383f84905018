package import AzureMLSupport

extension YAMLDocument {
    /// What a scalar means, its tag included.
    package func scalar(of node: YAMLNode) -> YAMLScalar {
        let node = resolvingAlias(node)
        if let tag = tags[node.index] {
            // The non-specific tag and every tag that is not a core one make a text.
            switch tag {
            case "tag:yaml.org,2002:null": return .null
            case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool":
                return YAMLScalar(plain: utf8(of: node), version: version)
            default: return .string
            }
        }
        return self[node].style == .plain ? YAMLScalar(plain: utf8(of: node), version: version) : .string
    }

    /// The data of a node, aliases expanded and merge keys followed.
    ///
    /// - Throws: `YAMLError` with the code `tooManyNodes` when the aliases stand for too much.
    package func data(
        of node: YAMLNode,
        limits: YAMLLimits = .standard
    ) throws(YAMLError) -> JSONValue {
        var remaining = limits.nodeCount
        return try data(of: node, remaining: &remaining, limits: limits)
    }

    // As deep as the text is nested, which parsing has limited.
    private func data(
        of node: YAMLNode,
        remaining: inout Int,
        limits: YAMLLimits
    ) throws(YAMLError) -> JSONValue {
        let node = resolvingAlias(node)
        remaining -= 1
        guard remaining >= 0 else {
            throw YAMLError(
                .tooManyNodes,
                "with its aliases expanded, the text has more than \(limits.nodeCount) values",
                at: location(of: node)
            )
        }
        switch kind(of: node) {
        case .scalar, .alias:
            return scalarData(of: node)
        case .sequence:
            var elements: [JSONValue] = []
            for item in items(of: node) {
                elements.append(try data(of: item, remaining: &remaining, limits: limits))
            }
            return JSONValue(.array(elements))
        case .mapping:
            var object = JSONObject()
            for (key, value) in pairs(of: node) {
                let data = try data(of: value, remaining: &remaining, limits: limits)
                if isMergeKey(key) {
                    merge(data, into: &object)
                } else {
                    object[keyText(of: key)] = data
                }
            }
            return JSONValue(.object(object))
        }
    }

    private func scalarData(of node: YAMLNode) -> JSONValue {
        switch scalar(of: node) {
        case .null: .null
        case .bool(let value): JSONValue(.bool(value))
        case .number(let value): JSONValue(.number(value))
        case .string, .timestamp: JSONValue(.string(JSONString(string(of: node))))
        }
    }

    private func isMergeKey(_ key: YAMLNode) -> Bool {
        self[key].kind == .scalar && self[key].style == .plain && tags[key.index] == nil
            && utf8(of: key).elementsEqual("<<".utf8)
    }

    private func merge(_ data: JSONValue, into object: inout JSONObject) {
        for source in data.array ?? [data] {
            for (name, value) in source.object ?? JSONObject() where object[name] == nil { object[name] = value }
        }
    }

    /// A key as Python's `json.dumps` spells it.
    private func keyText(of key: YAMLNode) -> String {
        let key = resolvingAlias(key)
        switch scalar(of: key) {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let value): return JSONValue(.number(value)).description
        case .string, .timestamp: return string(of: key)
        }
    }
}
