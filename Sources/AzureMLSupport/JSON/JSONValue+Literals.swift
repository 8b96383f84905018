extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// Makes a JSON string.
    public init(_ text: String) {
        self.init(.string(JSONString(text)))
    }

    /// Makes a JSON number.
    public init(_ number: Int) {
        self.init(.number(.integer(number)))
    }

    /// Makes a JSON number with Python's spelling of floating-point numbers.
    public init(_ number: Double) {
        self.init(.number(.float(number)))
    }

    /// Makes a JSON Boolean.
    public init(_ truth: Bool) {
        self.init(.bool(truth))
    }

    /// Makes a JSON array.
    public init(_ elements: [JSONValue]) {
        self.init(.array(elements))
    }

    /// Makes a JSON object.
    public init(_ members: JSONObject) {
        self.init(.object(members))
    }

    /// Makes a JSON string from a literal.
    public init(stringLiteral text: String) {
        self.init(text)
    }

    /// Makes a JSON number from a literal.
    public init(integerLiteral number: Int) {
        self.init(number)
    }

    /// Makes a JSON number from a literal.
    public init(floatLiteral number: Double) {
        self.init(number)
    }

    /// Makes a JSON Boolean from a literal.
    public init(booleanLiteral truth: Bool) {
        self.init(truth)
    }

    /// Makes a JSON array from a literal.
    public init(arrayLiteral elements: JSONValue...) {
        self.init(elements)
    }

    /// Makes a JSON object from a literal, in the order of its members.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self.init(JSONObject(members))
    }

    /// Makes JSON's `null`.
    public init(nilLiteral: ()) {
        self.init(.null)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object from its members in order; a repeated name keeps its first position and its last value.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        self.init()
        for (name, value) in members { self[name] = value }
    }

    /// Makes an object from a literal, in the order of its members.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self.init(members)
    }
}
