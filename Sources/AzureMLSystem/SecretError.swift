/// A secret whose value cannot be had.
package struct SecretError: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String
}
