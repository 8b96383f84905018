/// A secret whose value cannot be read.
package struct SecretError: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String
}
