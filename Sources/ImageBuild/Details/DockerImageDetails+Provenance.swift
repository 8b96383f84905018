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
        /// A conda environment on the user's Dockerfile.
        public static let condaOnDockerfile = Recipe("conda-on-dockerfile")
        /// A base image that brings its own Python.
        public static let userManaged = Recipe("user-managed")
        /// A Dockerfile of the user's that brings its own Python.
        public static let userManagedOnDockerfile = Recipe("user-managed-on-dockerfile")
        /// A build context as it stands.
        public static let buildContext = Recipe("build-context")

        /// The stable spelling.
        public var description: String { name }
    }

    /// How sure it is that Azure would make the same Dockerfile, and with it the same image name.
    ///
    /// The surer one is the lesser one.
    public enum Provenance: String, Sendable, Hashable, Comparable, CaseIterable {
        /// Public build logs prove, byte for byte, what Azure built for such an image from March 2020 to January 2021.
        case verified
        /// The proven recipe, applied to an image or a definition that no public build log shows.
        case derived
        /// A recipe of this SDK's own, because Azure's is not public.
        case ours

        /// Whether the first one is surer than the second one.
        public static func < (left: Self, right: Self) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .verified: 0
            case .derived: 1
            case .ours: 2
            }
        }
    }
}
