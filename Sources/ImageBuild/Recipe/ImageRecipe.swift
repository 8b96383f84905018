/// The parts of an environment that its recipe needs; all of them went through an allow-list.
struct ImageRecipe: Sendable, Hashable {
    /// The name that Azure gives the conda specification; `nil` when the user manages Python.
    var condaEnvironmentName: String?
    /// Whether the context holds private wheels, which pip installs from there.
    var hasPrivateWheels = false
    /// Commands that install R and its packages.
    var rCommands: [String] = []
    /// Whether Spark's packages are fetched when the image is built. Without that, only the `RUN` line goes: the files that
    /// it needs are copied all the same.
    var cachesSparkPackages = true
    /// The options of `spark-submit` in front of the script.
    var sparkOptions: [String] = []
}
