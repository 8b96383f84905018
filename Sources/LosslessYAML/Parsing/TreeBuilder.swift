internal import AzureMLSupport

/// Builds the nodes of one document from libyaml's events.
struct TreeBuilder {
    private let source: YAMLSource
    private let limits: YAMLLimits
    private(set) var nodes = NodeTable()
    private(set) var root: YAMLNode?
    private(set) var version = YAMLVersion.yaml12
    private(set) var tags: [YAMLNode: YAMLTag] = [:]
    private(set) var anchors: [YAMLNode: String] = [:]
    /// All mappings, each after those inside it.
    private(set) var mappings: [YAMLNode] = []
    private var nodesByAnchor: [String: YAMLNode] = [:]
    /// The sizes of the nodes with anchors, for the aliases that repeat them.
    private var expansionsByAnchor: [YAMLNode: Expansion] = [:]
    /// The sizes so far of the collections around the next event, the document first.
    private var expansions: [Expansion] = []
    /// The collections around the next event, the innermost last.
    private var open: [YAMLNode] = []
    private var documentCount = 0

    init(source: YAMLSource, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
        // A conda file has about one node for every twenty bytes.
        nodes.reserveCapacity(min(limits.nodeCount, source.bytes.count / 20 + 8))
        // Few texts are nested deeper than a list of pip packages.
        open.reserveCapacity(8)
        expansions.reserveCapacity(8)
        expansions.append(Expansion())
    }

    mutating func add(_ event: YAMLEvent) throws(YAMLError) {
        switch event.kind {
        case .documentStart: try startDocument(event)
        case .streamStart, .documentEnd, .streamEnd: break
        case .scalar: _ = try append(event, kind: .scalar)
        case .alias: try appendAlias(event)
        case .sequenceStart: try push(event, kind: .sequence)
        case .mappingStart: try push(event, kind: .mapping)
        case .sequenceEnd, .mappingEnd: try pop(event)
        }
    }

    private mutating func startDocument(_ event: YAMLEvent) throws(YAMLError) {
        documentCount += 1
        version = event.version
        // libyaml copies the prefix into every tag that uses it.
        guard event.longestTagPrefix <= limits.tagPrefixByteCount else {
            throw excess(
                .tooLarge,
                "a '%TAG' directive has a prefix of more than \(limits.tagPrefixByteCount) bytes",
                at: event
            )
        }
        guard documentCount == 1 else {
            throw YAMLError(
                .secondDocumentRefused,
                "a second document starts here",
                at: location(event),
                hint: "keep one document in the file, and remove the '---' between them"
            )
        }
    }

    private mutating func append(_ event: YAMLEvent, kind: YAMLNodeKind) throws(YAMLError) -> YAMLNode {
        guard nodes.count < limits.nodeCount else {
            throw excess(.tooManyNodes, "the document has more than \(limits.nodeCount) values", at: event)
        }
        let node = nodes.append(record(of: event, kind: kind))
        if nodes[node].flags.contains(.properties) {
            tags[node] = event.tag
            anchors[node] = event.anchor
            if let anchor = event.anchor {
                nodesByAnchor[anchor] = node
                markAnchorHolders()
            }
        }
        link(node)
        if kind == .scalar {
            let expansion = Expansion(nodeCount: 1, byteCount: nodes[node].content.count)
            if event.anchor != nil { expansionsByAnchor[node] = expansion }
            try expand(expansion, at: event)
        }
        return node
    }

    private func record(of event: YAMLEvent, kind: YAMLNodeKind) -> NodeRecord {
        var record = NodeRecord(
            kind: kind,
            style: event.style,
            parent: open.last,
            text: event.text,
            content: event.content
        )
        if event.tag != nil || event.anchor != nil, kind != .alias { record.flags.insert(.properties) }
        return record
    }

    /// Appends a node to the innermost open collection.
    private mutating func link(_ node: YAMLNode) {
        guard let parent = open.last else {
            root = node
            return
        }
        let last = nodes[parent].last
        if let last {
            nodes[last].next = node
        } else {
            nodes[parent].first = node
        }
        nodes[parent].last = node
        guard nodes[parent].kind == .mapping else { return }
        if let last, nodes[last].flags.contains(.key) {
            linkValue(node, toKey: last)
        } else {
            nodes[node].flags.insert(.key)
        }
    }

    /// Moves the missing value of a key without a colon to the key: libyaml puts it at the next token, which may be far
    /// below.
    private mutating func linkValue(_ value: YAMLNode, toKey key: YAMLNode) {
        let keyText = nodes[key].text
        guard nodes[value].text.isEmpty, !hasColon(between: keyText, and: nodes[value].text) else { return }
        nodes[value].text = keyText.upperBound..<keyText.upperBound
        nodes[value].content = nodes[value].text
    }

    private func hasColon(between key: TextRange, and value: TextRange) -> Bool {
        var isInComment = false
        for position in Int(key.upperBound)..<max(Int(key.upperBound), Int(value.lowerBound)) {
            switch source.bytes[position] {
            case UInt8(ascii: ":") where !isInComment: return true
            case UInt8(ascii: "#"): isInComment = true
            case .newline, .carriageReturn: isInComment = false
            default: continue
            }
        }
        return false
    }

    private mutating func appendAlias(_ event: YAMLEvent) throws(YAMLError) {
        let name = event.anchor ?? ""
        guard let target = nodesByAnchor[name], !open.contains(target) else {
            throw YAMLError(
                .aliasUndefined,
                "the alias '*\(name)' does not refer to an earlier value",
                at: location(event),
                hint: "write '&\(name)' before the value to repeat, which must come before the alias"
            )
        }
        let alias = try append(event, kind: .alias)
        nodes[alias].first = target
        try expand(expansionsByAnchor[target] ?? Expansion(), at: event)
    }

    private mutating func push(_ event: YAMLEvent, kind: YAMLNodeKind) throws(YAMLError) {
        guard open.count < limits.depth else {
            throw excess(
                .tooDeep,
                "lists and mappings are nested deeper than \(limits.depth) levels",
                at: event
            )
        }
        open.append(try append(event, kind: kind))
        expansions.append(Expansion())
    }

    private mutating func pop(_ event: YAMLEvent) throws(YAMLError) {
        guard let collection = open.popLast(), var expansion = expansions.popLast() else { return }
        let record = nodes[collection]
        expansion.close()
        if anchors[collection] != nil { expansionsByAnchor[collection] = expansion }
        try expand(expansion, at: event)
        if record.kind == .mapping { mappings.append(collection) }
        // libyaml ends a block collection at the next token, after all comments; here it ends with its last child.
        let end =
            if record.style == .flow, record.text.lowerBound < event.text.upperBound {
                event.text.upperBound
            } else {
                record.last.map { nodes[$0].text.upperBound } ?? record.text.upperBound
            }
        nodes[collection].text = record.text.lowerBound..<max(record.text.lowerBound, end)
    }

    /// Adds the size of an entry to the size of the collection around it, and checks the limits.
    private mutating func expand(_ expansion: Expansion, at event: YAMLEvent) throws(YAMLError) {
        let last = expansions.count - 1
        expansions[last].add(expansion)
        guard expansions[last].nodeCount <= limits.nodeCount else {
            throw excess(
                .tooManyNodes,
                "with its aliases expanded, the document has more than \(limits.nodeCount) values",
                at: event
            )
        }
        guard expansions[last].byteCount <= limits.byteCount else {
            throw excess(
                .tooLarge,
                "with its aliases expanded, the document has more than \(limits.byteCount) bytes",
                at: event
            )
        }
        guard expansions[last].indentation <= limits.indentation else {
            throw excess(
                .tooLarge,
                "with each value on a line of its own, the document has more than \(limits.indentation) bytes",
                at: event
            )
        }
        guard open.count + expansion.height <= limits.depth else {
            throw excess(
                .tooDeep,
                "with its aliases expanded, the document is nested deeper than \(limits.depth) levels",
                at: event
            )
        }
    }

    private mutating func markAnchorHolders() {
        for collection in open.reversed() {
            if nodes[collection].flags.contains(.anchorHolder) { return }
            nodes[collection].flags.insert(.anchorHolder)
        }
    }

    private func excess(_ code: ErrorCode<YAMLError>, _ message: String, at event: YAMLEvent) -> YAMLError {
        YAMLError(code, message, at: location(event), hint: limits.hint)
    }

    private func location(_ event: YAMLEvent) -> SourceLocation {
        source.location(ofByte: Int(event.text.lowerBound))
    }
}
