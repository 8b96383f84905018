/// The parts of an environment that its recipe needs; all of them have passed an allow-list.
struct ImageRecipe: Sendable, Hashable {
    /// The name that Azure derives from the conda specification; `nil` when the user manages Python.
    var condaEnvironmentName: String?
    /// Whether the context holds private wheels, which pip installs from there.
    var hasPrivateWheels = false
    /// Commands that install R and its packages.
    var rCommands: [String] = []
    /// Whether Spark's packages are fetched when the image is built.
    ///
    /// If not, only the `RUN` line is left out: the files that it needs are still copied.
    var cachesSparkPackages = true
    /// The options of `spark-submit` before the script.
    var sparkOptions: [String] = []
}
