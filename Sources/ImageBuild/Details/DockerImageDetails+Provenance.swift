extension DockerImageDetails {
    /// The kind of recipe that a Dockerfile follows. Later versions may add recipes.
    public struct Recipe: Sendable, Hashable, CustomStringConvertible {
        /// The stable spelling, words joined by hyphens.
        public let name: String

        private init(_ name: String) {
            self.name = name
        }

        /// A conda environment on a base image, with Spark's packages fetched when the image is built.
        public static let conda = Recipe("conda")
        /// A conda environment on a base image, without fetching Spark's packages.
        public static let condaWithoutSparkCache = Recipe("conda-without-spark-cache")
        /// A conda environment on the user's Dockerfile.
        public static let condaOnDockerfile = Recipe("conda-on-dockerfile")
        /// A base image that comes with its own Python.
        public static let userManaged = Recipe("user-managed")
        /// A user's Dockerfile that provides its own Python.
        public static let userManagedOnDockerfile = Recipe("user-managed-on-dockerfile")
        /// A user's build context, unchanged.
        public static let buildContext = Recipe("build-context")

        /// The stable spelling.
        public var description: String { name }
    }

    /// How certain it is that Azure would make the same Dockerfile, and therefore the same image name.
    ///
    /// More certain values compare as less than the others.
    public enum Provenance: String, Sendable, Hashable, Comparable, CaseIterable {
        /// Public build logs from March 2020 to January 2021 prove, byte for byte, how Azure built such an image.
        case verified
        /// The proven recipe, applied to an image or a definition that no public build log shows.
        case derived
        /// This SDK's own recipe, because Azure's is not public.
        case ours

        /// Returns whether the first value is more certain than the second.
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
