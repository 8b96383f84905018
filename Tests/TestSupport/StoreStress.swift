internal import Foundation

/// How much the tests do that run and kill several processes, as the environment variable `STORE_STRESS` says: little
/// without it, more with `1`, and with a greater number as many kills in each test that kills processes at random.
package enum StoreStress {
    private static let value = ProcessInfo.processInfo.environment["STORE_STRESS"]

    package static let isOn = value != nil

    /// Whether a number of kills is asked for.
    package static var isSeries: Bool { (value.flatMap(Int.init) ?? 0) > 1 }

    /// Returns the number of processes to kill: one number without the variable, another one with `1`.
    package static func kills(usual: Int, inChecks: Int) -> Int {
        guard let value else { return usual }
        return max(Int(value) ?? 0, inChecks)
    }
}
