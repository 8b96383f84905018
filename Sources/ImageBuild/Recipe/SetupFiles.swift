/// The files that the recipe copies into the image.
///
/// Azure's own files are not public. These have the same names and do what the names say.
enum SetupFiles {
    static let folder = "azureml-environment-setup"
    static let dockerfilePath = "\(folder)/Dockerfile"
    static let specificationPath = "\(folder)/mutated_conda_dependencies.yml"

    /// Makes apt work behind proxies that keep old answers or mix up requests.
    static let proxyFix = entry(
        "99brokenproxy",
        """
        Acquire::http::Pipeline-Depth "0";
        Acquire::http::No-Cache "true";
        Acquire::BrokenProxy "true";

        """
    )

    /// Starts Spark once, which is enough to fetch the packages that are named to `spark-submit`.
    static let sparkCache = entry(
        "spark_cache.py",
        """
        # Starts Spark once, so that the packages named to spark-submit are fetched into the image.
        from pyspark.sql import SparkSession

        SparkSession.builder.appName("spark-cache").getOrCreate().stop()

        """
    )

    /// Limits Spark's own messages to warnings.
    static let sparkLogging = entry(
        "log4j.properties",
        """
        log4j.rootCategory=WARN, console
        log4j.appender.console=org.apache.log4j.ConsoleAppender
        log4j.appender.console.target=System.err
        log4j.appender.console.layout=org.apache.log4j.PatternLayout
        log4j.appender.console.layout.ConversionPattern=%d{yy/MM/dd HH:mm:ss} %p %c{1}: %m%n

        """
    )

    private static func entry(_ name: String, _ text: String) -> BuildContext.Entry {
        BuildContext.Entry(path: "\(folder)/\(name)", text: text)
    }
}
