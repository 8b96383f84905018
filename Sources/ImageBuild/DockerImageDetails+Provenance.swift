extension DockerImageDetails {
    /// What a Dockerfile is made of. Later versions may add recipes.
    public struct Recipe: Sendable, Hashable, CustomStringConvertible {
        /// The stable spelling, words joined by hyphens.
        public let name: String

        /// Makes a recipe from its stable spelling.
        public init(_ name: String) {
            self.name = name
        }

        /// A conda environment on a base image, with Spark's packages fetched when the image is built.
        public static let conda = Recipe("conda")
        /// A conda environment on a base image, without fetching Spark's packages.
        public static let condaWithoutSparkCache = Recipe("conda-without-spark-cache")

        /// The stable spelling.
        public var description: String { name }
    }

    /// How sure it is that Azure would make the same Dockerfile, and with it the same image name.
    public enum Provenance: String, Sendable, Hashable {
        /// Public build logs prove, byte for byte, what Azure built for such an image from March 2020 to January 2021.
        case verified
        /// The proven recipe, applied to an image or a definition that no public build log shows.
        case derived
        /// A recipe of this SDK's own, because Azure's is not public.
        case ours
    }
}
