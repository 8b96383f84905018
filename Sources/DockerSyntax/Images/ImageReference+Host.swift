extension ImageReference {
    /// Whether a text is a registry's host, with or without a port.
    package static func isHost(_ text: String) -> Bool {
        ImageReferenceGrammar.isHost(Array(text.utf8)[...])
    }

    /// Whether the registry runs on this machine, for which engines accept plain HTTP.
    package var isOnThisMachine: Bool { host.map(Self.isHostOfThisMachine) ?? false }

    /// Whether a host is this machine: `localhost` or a loopback address.
    package static func isHostOfThisMachine(_ host: String) -> Bool {
        let name = host.prefix { $0 != ":" }
        let isLoopback = name.hasPrefix("127.") && name.allSatisfy { $0 == "." || ("0"..."9").contains($0) }
        return isLoopback || name == "localhost" || host.hasPrefix("[::1]")
    }
}
