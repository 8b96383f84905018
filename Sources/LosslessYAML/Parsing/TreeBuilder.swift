internal import AzureMLSupport

/// How much a node stands for once its aliases are expanded.
private struct Expansion {
    var nodeCount = 0
    /// The decoded bytes of all scalars.
    var byteCount = 0
    /// The collections inside one another.
    var height = 0
}

/// Builds the nodes of one document from libyaml's events.
struct TreeBuilder {
    private let source: YAMLSource
    private let limits: YAMLLimits
    private(set) var nodes: ContiguousArray<NodeRecord> = []
    private(set) var root: Int32 = -1
    private(set) var version = YAMLVersion.yaml12
    private(set) var tags: [Int32: YAMLTag] = [:]
    private(set) var anchors: [Int32: String] = [:]
    /// All mappings, the innermost first.
    private(set) var mappings: [Int32] = []
    private var nodesByAnchor: [String: Int32] = [:]
    /// What the nodes with anchors stand for, for the aliases that repeat it.
    private var expansionsByAnchor: [Int32: Expansion] = [:]
    /// What the collections around the next event stand for so far, the document first.
    private var expansions: [Expansion] = [Expansion()]
    /// The collections around the next event, the innermost last.
    private var open: [Int32] = []
    private var documentCount = 0

    init(source: YAMLSource, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
        // Short entries on lines of their own make a node of about every ten bytes.
        nodes.reserveCapacity(min(limits.nodeCount, source.bytes.count / 10 + 8))
    }

    mutating func add(_ event: YAMLEvent) throws(YAMLError) {
        switch event.kind {
        case .documentStart: try startDocument(event)
        case .documentEnd, .streamEnd: break
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
        // libyaml writes the prefix out for every tag that uses it.
        guard event.longestTagPrefix <= limits.tagPrefixByteCount else {
            throw excess(
                .tooLarge,
                "a '%TAG' directive has a prefix of more than \(limits.tagPrefixByteCount) bytes",
                at: event
            )
        }
        guard documentCount == 1 else {
            throw YAMLError(
                .severalDocuments,
                "a second document starts here",
                at: location(event),
                hint: "keep one document in the file, and remove the '---' between them"
            )
        }
    }

    private mutating func append(_ event: YAMLEvent, kind: YAMLNodeKind) throws(YAMLError) -> Int32 {
        guard nodes.count < limits.nodeCount else {
            throw excess(
                .tooManyNodes,
                "the text has more than \(limits.nodeCount) values",
                at: event
            )
        }
        let index = Int32(truncatingIfNeeded: nodes.count)
        var record = NodeRecord(
            kind: kind,
            style: event.style,
            parent: open.last ?? -1,
            text: event.text,
            content: event.content
        )
        if event.tag != nil || event.anchor != nil, kind != .alias {
            record.flags.insert(.properties)
            tags[index] = event.tag
            anchors[index] = event.anchor
            if let anchor = event.anchor {
                nodesByAnchor[anchor] = index
                markAnchorHolders()
            }
        }
        nodes.append(record)
        link(index)
        if kind == .scalar {
            let expansion = Expansion(nodeCount: 1, byteCount: record.content.count)
            if event.anchor != nil { expansionsByAnchor[index] = expansion }
            try expand(expansion, at: event)
        }
        return index
    }

    /// Puts a node behind the last one of the innermost open collection.
    private mutating func link(_ index: Int32) {
        guard let parent = open.last else {
            root = index
            return
        }
        let last = nodes[Int(parent)].last
        if last < 0 {
            nodes[Int(parent)].first = index
        } else {
            nodes[Int(last)].next = index
        }
        nodes[Int(parent)].last = index
        guard nodes[Int(parent)].kind == .mapping else { return }
        if last < 0 || !nodes[Int(last)].flags.contains(.key) {
            nodes[Int(index)].flags.insert(.key)
        } else if nodes[Int(index)].text.isEmpty, !hasColon(between: nodes[Int(last)].text, and: nodes[Int(index)].text)
        {
            // libyaml puts the value of a key without a colon at the next token, which may be far below.
            nodes[Int(index)].text = nodes[Int(last)].text.upperBound..<nodes[Int(last)].text.upperBound
            nodes[Int(index)].content = nodes[Int(index)].text
        }
    }

    private func hasColon(between key: TextRange, and value: TextRange) -> Bool {
        var isInComment = false
        for position in Int(key.upperBound)..<max(Int(key.upperBound), Int(value.lowerBound)) {
            switch source.bytes[position] {
            case UInt8(ascii: ":") where !isInComment: return true
            case UInt8(ascii: "#"): isInComment = true
            case 0x0A, 0x0D: isInComment = false
            default: continue
            }
        }
        return false
    }

    private mutating func appendAlias(_ event: YAMLEvent) throws(YAMLError) {
        let name = event.anchor ?? ""
        guard let target = nodesByAnchor[name], !open.contains(target) else {
            throw YAMLError(
                .undefinedAlias,
                "the alias '*\(name)' stands for nothing",
                at: location(event),
                hint: "write '&\(name)' before the value that it stands for, above this place"
            )
        }
        let index = try append(event, kind: .alias)
        nodes[Int(index)].first = target
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
        let index = try append(event, kind: kind)
        open.append(index)
        expansions.append(Expansion())
    }

    private mutating func pop(_ event: YAMLEvent) throws(YAMLError) {
        guard let index = open.popLast(), var expansion = expansions.popLast() else { return }
        let record = nodes[Int(index)]
        expansion.nodeCount += 1
        expansion.height += 1
        if anchors[index] != nil { expansionsByAnchor[index] = expansion }
        try expand(expansion, at: event)
        if record.kind == .mapping { mappings.append(index) }
        // libyaml ends a block collection at the next token, behind all comments: its text ends with its last child.
        let end =
            if record.style == .flow, record.text.lowerBound < event.text.upperBound {
                event.text.upperBound
            } else {
                record.last < 0 ? record.text.upperBound : nodes[Int(record.last)].text.upperBound
            }
        nodes[Int(index)].text = record.text.lowerBound..<max(record.text.lowerBound, end)
    }

    /// Adds what an entry stands for to what the collection around it stands for.
    private mutating func expand(_ expansion: Expansion, at event: YAMLEvent) throws(YAMLError) {
        let last = expansions.count - 1
        expansions[last].nodeCount += expansion.nodeCount
        expansions[last].byteCount += expansion.byteCount
        expansions[last].height = max(expansions[last].height, expansion.height)
        guard expansions[last].nodeCount <= limits.nodeCount else {
            throw excess(
                .tooManyNodes,
                "with its aliases expanded, the text has more than \(limits.nodeCount) values",
                at: event
            )
        }
        guard expansions[last].byteCount <= limits.byteCount else {
            throw excess(
                .tooLarge,
                "with its aliases expanded, the text has more than \(limits.byteCount) bytes",
                at: event
            )
        }
        guard open.count + expansion.height <= limits.depth else {
            throw excess(
                .tooDeep,
                "with its aliases expanded, the text is nested deeper than \(limits.depth) levels",
                at: event
            )
        }
    }

    private mutating func markAnchorHolders() {
        for index in open.reversed() {
            if nodes[Int(index)].flags.contains(.anchorHolder) { return }
            nodes[Int(index)].flags.insert(.anchorHolder)
        }
    }

    private func excess(_ code: ErrorCode<YAMLError>, _ message: String, at event: YAMLEvent) -> YAMLError {
        YAMLError(code, message, at: location(event), hint: limits.hint)
    }

    private func location(_ event: YAMLEvent) -> SourceLocation {
        source.location(ofByte: Int(event.text.lowerBound))
    }
}
