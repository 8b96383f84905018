#if !canImport(CryptoKit)
internal import CNettle

/// The part of CryptoKit's type of the same name that ``ContentHash`` uses, by Nettle. This is the only code that calls
/// Nettle's functions, which take pointers.
struct SHA256: Sendable {
    private var context = sha256_ctx()

    init() {
        unsafe nettle_sha256_init(&context)
    }

    static func hash(data: [UInt8]) -> [UInt8] {
        var function = SHA256()
        function.update(data: data)
        return function.finalize()
    }

    mutating func update(data: [UInt8]) {
        unsafe nettle_sha256_update(&context, data.count, data)
    }

    /// The digest of all bytes so far. More bytes can follow, because only a copy of the state is finished.
    func finalize() -> [UInt8] {
        var context = context
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        unsafe sha256_finish(&context, &digest)
        return digest
    }
}
#endif
