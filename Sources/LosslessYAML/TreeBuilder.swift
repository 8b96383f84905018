internal import AzureMLSupport

/// Builds the nodes of one document from libyaml's events.
struct TreeBuilder {
    private let source: YAMLSource
    private let limits: YAMLLimits
    private(set) var nodes: ContiguousArray<NodeRecord> = []
    private(set) var root: Int32 = -1
    private(set) var version = YAMLVersion.yaml12
    private(set) var tags: [Int32: String] = [:]
    private(set) var anchors: [Int32: String] = [:]
    /// All mappings, the innermost first.
    private(set) var mappings: [Int32] = []
    private var nodesByAnchor: [String: Int32] = [:]
    /// The collections around the next event, the innermost last.
    private var open: [Int32] = []
    private var documentCount = 0

    init(source: YAMLSource, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
        // A conda file has a node for about every ten bytes.
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
        case .sequenceEnd, .mappingEnd: pop(event)
        }
    }

    private mutating func startDocument(_ event: YAMLEvent) throws(YAMLError) {
        documentCount += 1
        version = event.version
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
            throw YAMLError(
                .tooManyNodes,
                "the text has more than \(limits.nodeCount) values",
                at: location(event)
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
            if let anchor = event.anchor { nodesByAnchor[anchor] = index }
        }
        nodes.append(record)
        link(index)
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
        if nodes[Int(parent)].kind == .mapping, last < 0 || !nodes[Int(last)].flags.contains(.key) {
            nodes[Int(index)].flags.insert(.key)
        }
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
    }

    private mutating func push(_ event: YAMLEvent, kind: YAMLNodeKind) throws(YAMLError) {
        guard open.count < limits.depth else {
            throw YAMLError(
                .tooDeep,
                "lists and mappings are nested deeper than \(limits.depth) levels",
                at: location(event)
            )
        }
        let index = try append(event, kind: kind)
        open.append(index)
    }

    private mutating func pop(_ event: YAMLEvent) {
        guard let index = open.popLast() else { return }
        let record = nodes[Int(index)]
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

    private func location(_ event: YAMLEvent) -> SourceLocation {
        source.location(ofByte: Int(event.text.lowerBound))
    }
}
