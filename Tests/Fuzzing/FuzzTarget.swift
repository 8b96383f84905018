import HostileInput

/// What libFuzzer, whose own `main` runs, calls with every text that it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    let violations = HostileInput.violations(of: bytes)
    // A crash is what makes the fuzzer keep the input.
    guard violations.isEmpty else { fatalError(violations.joined(separator: "\n")) }
    return 0
}
