import AzureMLSystem
import Testing

@Suite struct ContentHashTests {
    /// The digests are those of the examples in FIPS 180-4 and of the short messages in NIST's CAVP.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func `SHA-256 produces the published digests`(text: String, digest: String) {
        #expect(ContentHash.sha256Hex(Array(text.utf8)) == digest)
    }

    /// With 55 bytes, the length still fits into the last block of 64; with 56, it needs one more.
    /// The digests are those of `head -c 55 /dev/zero | tr '\0' a | sha256sum`.
    @Test(arguments: [
        (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    ])
    func `lengths around the size of a block are padded as the standard says`(length: Int, digest: String) {
        #expect(ContentHash.sha256Hex([UInt8](repeating: UInt8(ascii: "a"), count: length)) == digest)
    }

    /// The digest is that of Python: `hashlib.sha256(bytes(i % 251 for i in range((1 << 20) + 3)))`.
    @Test(arguments: [[1 << 20, 3], [1, 54, 1, 8, 63, 64, 65, 127], [0, 7, 0, 4_093], [65_537], [1_048_579]])
    func `the parts in which bytes are added do not change the digest`(lengths: [Int]) {
        let bytes = (0..<(1 << 20) + 3).map { UInt8($0 % 251) }
        var hash = ContentHash()
        var rest = bytes[...]
        var part = 0
        while !rest.isEmpty {
            hash.update(Array(rest.prefix(lengths[part % lengths.count])))
            rest = rest.dropFirst(lengths[part % lengths.count])
            part += 1
        }
        #expect(hash.hex == "aca6f4d81a88030dc3e4b99988449ba2943885a56a5ebda5be275f64149677fe")
    }

    @Test func `the digest can be read before more bytes are added, and a copy is independent`() {
        var hash = ContentHash()
        hash.update(Array("a".utf8))
        var copy = hash
        copy.update(Array("x".utf8))
        #expect(hash.hex == ContentHash.sha256Hex(Array("a".utf8)))
        hash.update(Array("bc".utf8))
        #expect(hash.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
