internal import CLibYAML
internal import AzureMLSupport

/// Reads libyaml's events. This and ``EventWriter`` are the only code here that uses pointers.
///
/// The whole loop runs inside one access to the source's storage, because libyaml keeps the pointer between events.
struct EventReader {
    private let source: YAMLSource
    private let characters: CharacterMap
    /// The length of the byte order mark, which libyaml would count as the first column.
    private let markLength: Int
    /// The decoded texts of scalars that the source does not contain letter for letter.
    private(set) var decoded: [UInt8] = []

    init(source: YAMLSource) {
        self.source = source
        markLength = source.byteOrderMarkLength
        characters = CharacterMap(source)
    }

    /// Calls `body` with each event until it throws or the stream ends.
    mutating func read(_ body: (YAMLEvent) throws(YAMLError) -> Void) throws(YAMLError) {
        var failure: YAMLError?
        unsafe source.bytes.withUnsafeBufferPointer { buffer in
            unsafe failure = readEvents(of: buffer, body)
        }
        if let failure { throw failure }
    }

    private mutating func readEvents(
        of buffer: UnsafeBufferPointer<UInt8>,
        _ body: (YAMLEvent) throws(YAMLError) -> Void
    ) -> YAMLError? {
        var parser = unsafe yaml_parser_t()
        guard unsafe yaml_parser_initialize(&parser) == 1 else { return .outOfMemory }
        defer { unsafe yaml_parser_delete(&parser) }
        // Otherwise libyaml would mistake some texts for UTF-16.
        unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        let text = unsafe UnsafeBufferPointer(rebasing: buffer.dropFirst(markLength))
        unsafe yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
        while true {
            var raw = unsafe yaml_event_t()
            guard unsafe yaml_parser_parse(&parser, &raw) == 1 else {
                return unsafe source.error(from: parser, characters)
            }
            defer { unsafe yaml_event_delete(&raw) }
            let event = unsafe event(from: raw, in: buffer)
            do throws(YAMLError) {
                try body(event)
            } catch {
                return error
            }
            if event.kind == .streamEnd { return nil }
        }
    }

    private mutating func event(from raw: yaml_event_t, in buffer: UnsafeBufferPointer<UInt8>) -> YAMLEvent {
        let start = byteOffset(unsafe raw.start_mark)
        let text = start..<max(start, byteOffset(unsafe raw.end_mark))
        switch unsafe raw.type {
        case YAML_STREAM_END_EVENT: return YAMLEvent(kind: .streamEnd, text: text)
        case YAML_DOCUMENT_START_EVENT: return unsafe documentStart(raw, text)
        case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, text: text)
        case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, text: text)
        case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, text: text)
        case YAML_ALIAS_EVENT:
            return YAMLEvent(kind: .alias, text: text, anchor: unsafe string(raw.data.alias.anchor))
        case YAML_SEQUENCE_START_EVENT:
            let data = unsafe raw.data.sequence_start
            return YAMLEvent(
                kind: .sequenceStart,
                style: unsafe data.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block,
                text: text,
                anchor: unsafe string(data.anchor),
                tag: unsafe tag(data.tag)
            )
        case YAML_MAPPING_START_EVENT:
            let data = unsafe raw.data.mapping_start
            return YAMLEvent(
                kind: .mappingStart,
                style: unsafe data.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block,
                text: text,
                anchor: unsafe string(data.anchor),
                tag: unsafe tag(data.tag)
            )
        case YAML_SCALAR_EVENT:
            let data = unsafe raw.data.scalar
            let style = unsafe YAMLStyle(data.style)
            let value = unsafe UnsafeBufferPointer(start: data.value, count: data.length)
            return YAMLEvent(
                kind: .scalar,
                style: style,
                text: text,
                content: unsafe content(value, style, text, in: buffer),
                anchor: unsafe string(data.anchor),
                tag: unsafe tag(data.tag)
            )
        default: return YAMLEvent(kind: .streamStart, text: text)
        }
    }

    private func documentStart(_ raw: yaml_event_t, _ text: TextRange) -> YAMLEvent {
        var event = YAMLEvent(kind: .documentStart, text: text)
        if let directive = unsafe raw.data.document_start.version_directive {
            event.version = unsafe directive.pointee.major == 1 && directive.pointee.minor == 1 ? .yaml11 : .yaml12
        }
        var directive = unsafe raw.data.document_start.tag_directives.start
        while let current = unsafe directive, unsafe current != raw.data.document_start.tag_directives.end {
            event.longestTagPrefix = unsafe max(event.longestTagPrefix, strlen(current.pointee.prefix))
            unsafe directive = current + 1
        }
        return event
    }

    /// Returns the range of the decoded text: in the source if it is there letter for letter, else in `decoded`.
    private mutating func content(
        _ value: UnsafeBufferPointer<UInt8>,
        _ style: YAMLStyle,
        _ text: TextRange,
        in buffer: UnsafeBufferPointer<UInt8>
    ) -> TextRange {
        let quote: Int32 = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
        let count = Int32(truncatingIfNeeded: value.count)
        // An anchor or a tag may come first, so the text is searched for at the end.
        let end = text.upperBound - quote
        let start = end - count
        if start >= text.lowerBound + quote,
            let expected = value.baseAddress, let base = buffer.baseAddress,
            unsafe memcmp(expected, base + Int(start), value.count) == 0
        {
            return start..<end
        }
        let afterSource = Int32(truncatingIfNeeded: buffer.count + 1 + decoded.count)
        unsafe decoded.append(contentsOf: value)
        return afterSource..<(afterSource + count)
    }

    private func byteOffset(_ mark: yaml_mark_t) -> Int32 {
        Int32(truncatingIfNeeded: characters.byteOffset(ofCharacter: Int(mark.index)))
    }

    private func tag(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> YAMLTag? {
        unsafe string(pointer).map(YAMLTag.init)
    }

    private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe String(cString: pointer)
    }
}

extension YAMLStyle {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}

extension YAMLSource {
    /// Makes the error for the problem at which libyaml's parser stopped.
    fileprivate func error(from parser: yaml_parser_t, _ characters: CharacterMap) -> YAMLError {
        func text(_ pointer: UnsafePointer<CChar>?) -> String {
            unsafe pointer.map { unsafe String(cString: $0) } ?? ""
        }
        func byteOffset(_ mark: yaml_mark_t) -> Int {
            characters.byteOffset(ofCharacter: Int(mark.index))
        }
        let problem = unsafe text(parser.problem)
        switch unsafe parser.error {
        case YAML_MEMORY_ERROR:
            return .outOfMemory
        case YAML_READER_ERROR:
            return .invalidCharacter(
                problem,
                at: location(ofByte: unsafe Int(parser.problem_offset) + byteOrderMarkLength)
            )
        default:
            return .invalidSyntax(
                in: self,
                problem: problem,
                atByte: unsafe byteOffset(parser.problem_mark),
                context: unsafe text(parser.context),
                fromByte: unsafe byteOffset(parser.context_mark)
            )
        }
    }
}
