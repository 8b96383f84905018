package import AzureMLSupport

extension YAMLDocument {
    /// Returns the meaning of a scalar, for which its tag counts too.
    package func scalar(of node: YAMLNode) -> YAMLScalar {
        let node = resolvingAlias(node)
        if let tag = tags[node] {
            switch tag {
            case .null: return .null
            case .text: return .string
            case .integer, .float, .truthValue: return YAMLScalar(plain: utf8(of: node), version: version)
            }
        }
        return self[node].style == .plain ? YAMLScalar(plain: utf8(of: node), version: version) : .string
    }

    /// Returns the data of a node, with aliases expanded and merge keys applied. Parsing has limited the expanded size.
    package func data(of node: YAMLNode) -> JSONValue {
        switch kind(of: node) {
        case .scalar, .alias:
            return scalarData(of: node)
        case .sequence:
            return JSONValue(.array(items(of: node).map(data)))
        case .mapping:
            var object = JSONObject()
            for (key, value) in pairs(of: node) {
                let data = data(of: value)
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
        self[key].kind == .scalar && self[key].style == .plain && tags[key] == nil
            && utf8(of: key).elementsEqual("<<".utf8)
    }

    private func merge(_ data: JSONValue, into object: inout JSONObject) {
        for source in data.array ?? [data] {
            for (name, value) in source.object ?? JSONObject() where object[name] == nil { object[name] = value }
        }
    }

    /// Returns a key as Python's `json.dumps` spells it.
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
