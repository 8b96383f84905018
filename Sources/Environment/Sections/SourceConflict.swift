package import AzureMLSupport

/// More than one source of an environment's image, in the words that registering and building share.
package struct SourceConflict: Sendable {
    package let message: String
    /// The second of the places, because the first one alone would be accepted.
    package let location: SourceLocation
    package let hint = "keep one of them and set the others to nil"

    /// Finds the conflict in an environment; `nil` when it names at most one source.
    package init?(in environment: Environment) {
        let places = environment.docker.sourcePlaces
        guard places.count > 1 else { return nil }
        message =
            "the environment '\(environment.name)' names more than one source of its image: "
            + places.joined(separator: ", ")
        location = SourceLocation(file: places[1])
    }
}
