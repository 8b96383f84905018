internal import AzureMLSupport
internal import CLibYAML

/// Writes data through libyaml's emitter. This and ``EventReader`` are the only code here that uses pointers.
///
/// The text is that of PyYAML's `safe_dump` with an unlimited width: block style, quotes only where YAML 1.1 would
/// read a text as something else.
struct EventWriter {
    /// Whether members are sorted by the code points of their names.
    private let isSorted: Bool
    /// Whether characters outside ASCII are escaped.
    private let isASCII: Bool
    private var output: [UInt8] = []

    private init(isSorted: Bool, isASCII: Bool) {
        self.isSorted = isSorted
        self.isASCII = isASCII
    }

    /// Returns the YAML text of the data.
    ///
    /// - Throws: `YAMLError` with the code `tooLarge` when libyaml runs out of memory.
    static func text(of value: JSONValue, isSorted: Bool, isASCII: Bool) throws(YAMLError) -> [UInt8] {
        var writer = EventWriter(isSorted: isSorted, isASCII: isASCII)
        guard writer.write(value) else { throw .outOfMemory }
        return writer.output
    }

    private mutating func write(_ value: JSONValue) -> Bool {
        var emitter = unsafe yaml_emitter_t()
        guard unsafe yaml_emitter_initialize(&emitter) == 1 else { return false }
        defer { unsafe yaml_emitter_delete(&emitter) }
        unsafe yaml_emitter_set_unicode(&emitter, isASCII ? 0 : 1)
        unsafe yaml_emitter_set_width(&emitter, -1)
        unsafe yaml_emitter_set_break(&emitter, YAML_LN_BREAK)
        let isSorted = isSorted
        return unsafe withUnsafeMutablePointer(to: &output) { output in
            unsafe yaml_emitter_set_output(
                &emitter,
                { output, bytes, count in
                    guard let output = unsafe output?.assumingMemoryBound(to: [UInt8].self) else { return 0 }
                    unsafe output.pointee.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
                    return 1
                },
                output
            )
            return unsafe Self.emitDocument(isSorted ? value.sortingMembers : value, &emitter)
        }
    }

    private static func emitDocument(_ value: JSONValue, _ emitter: inout yaml_emitter_t) -> Bool {
        unsafe emit(&emitter) { unsafe yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
            && emit(&emitter) { unsafe yaml_document_start_event_initialize(&$0, nil, nil, nil, 1) }
            && emit(value, &emitter)
            && emit(&emitter) { unsafe yaml_document_end_event_initialize(&$0, 1) }
            && emit(&emitter) { unsafe yaml_stream_end_event_initialize(&$0) }
    }

    private static func emit(
        _ emitter: inout yaml_emitter_t,
        _ initialize: (inout yaml_event_t) -> Int32
    ) -> Bool {
        var event = unsafe yaml_event_t()
        return unsafe initialize(&event) == 1 && yaml_emitter_emit(&emitter, &event) == 1
    }

    // The recursion is as deep as the data is nested, which parsing has limited.
    private static func emit(_ value: JSONValue, _ emitter: inout yaml_emitter_t) -> Bool {
        if let array = value.array {
            guard
                unsafe emit(
                    &emitter,
                    { unsafe yaml_sequence_start_event_initialize(&$0, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE) }
                )
            else { return false }
            for element in array {
                guard unsafe emit(element, &emitter) else { return false }
            }
            return unsafe emit(&emitter) { unsafe yaml_sequence_end_event_initialize(&$0) }
        }
        if let object = value.object {
            guard
                unsafe emit(
                    &emitter,
                    { unsafe yaml_mapping_start_event_initialize(&$0, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE) }
                )
            else { return false }
            for (name, member) in object {
                guard unsafe emit(JSONValue(.string(JSONString(name))), &emitter), unsafe emit(member, &emitter) else {
                    return false
                }
            }
            return unsafe emit(&emitter) { unsafe yaml_mapping_end_event_initialize(&$0) }
        }
        return unsafe emitScalar(value, &emitter)
    }

    private static func emitScalar(_ value: JSONValue, _ emitter: inout yaml_emitter_t) -> Bool {
        let text = [UInt8](value.canonicalScalarText.utf8)
        let isPlainAllowed = value.string == nil || PyYAMLResolver.isText(text[...])
        return unsafe emit(&emitter) { event in
            unsafe text.withUnsafeBufferPointer { buffer in
                unsafe yaml_scalar_event_initialize(
                    &event,
                    nil,
                    nil,
                    buffer.baseAddress,
                    Int32(truncatingIfNeeded: buffer.count),
                    isPlainAllowed ? 1 : 0,
                    1,
                    YAML_ANY_SCALAR_STYLE
                )
            }
        }
    }
}

extension JSONValue {
    /// The same data with the members of every object in the byte order of their names.
    fileprivate var sortingMembers: JSONValue {
        if let array { return JSONValue(.array(array.map(\.sortingMembers))) }
        guard let object else { return self }
        var sorted = JSONObject()
        for (name, value) in object.sorted(by: { $0.name.exact < $1.name.exact }) {
            sorted[name] = value.sortingMembers
        }
        return JSONValue(.object(sorted))
    }

    /// A scalar as PyYAML's representer spells it: `1000.0`, `1.0e+16`, `.inf`, `null`.
    fileprivate var canonicalScalarText: String {
        if let string { return string }
        guard case .number(.float(let value)) = storage else { return pythonText() }
        if value.isNaN { return ".nan" }
        if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
        let text = pythonText()
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }
}
