import HostileInput

/// The function that libFuzzer, which provides `main`, calls with every text that it generates.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    let violations = HostileInput.violations(of: bytes)
    // The fuzzer keeps an input only if it crashes.
    guard violations.isEmpty else { fatalError(violations.joined(separator: "\n")) }
    return 0
}
