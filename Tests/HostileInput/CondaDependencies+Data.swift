internal import AzureMLSupport
package import CondaDependencies

extension CondaDependencies {
    /// Returns the members without those of some names, sorted by name, each with its data.
    package func sortedMembers(without names: Set<String>) -> [String] {
        (asDict().object ?? JSONObject()).filter { !names.contains($0.name) }.map { "\($0.name): \($0.value)" }.sorted()
    }
}
