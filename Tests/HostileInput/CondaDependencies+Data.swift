internal import AzureMLSupport
package import CondaDependencies

extension CondaDependencies {
    /// The members but some, sorted by name, each with its data.
    package func sortedMembers(without names: Set<String>) -> [String] {
        (asDict().object ?? JSONObject()).filter { !names.contains($0.name) }.map { "\($0.name): \($0.value)" }.sorted()
    }
}
