internal import AzureMLSupport
internal import Environment

extension Environment {
    /// Returns the options that tell `spark-submit` what to fetch; empty without packages.
    ///
    /// In the proven text, two blanks follow `spark-submit`, because the options between them are empty.
    func sparkOptions() throws(ImageBuildError) -> [String] {
        guard !spark.packages.isEmpty else { return [] }
        var repositories: [String] = []
        for (position, repository) in spark.repositories.enumerated() {
            guard FieldGrammar.isWebAddress(repository) else {
                throw .field(repository, at: "spark.repositories[\(position)]", is: "a plain web address")
            }
            repositories.append(repository)
        }
        var packages: [String] = []
        for (position, package) in spark.packages.enumerated() {
            let place = "spark.packages[\(position)]"
            guard let group = package.group, FieldGrammar.isMavenName(group) else {
                throw .field(package.group, at: "\(place).group", is: "a group, such as org.apache.spark")
            }
            guard let artifact = package.artifact, FieldGrammar.isMavenName(artifact) else {
                throw .field(package.artifact, at: "\(place).artifact", is: "the name of a package")
            }
            guard let version = package.version, FieldGrammar.isVersion(version) else {
                throw .field(package.version, at: "\(place).version", is: "a version")
            }
            packages.append("\(group):\(artifact):\(version)")
        }
        let from = repositories.isEmpty ? [] : ["--repositories", repositories.joined(separator: ",")]
        return from + ["--packages", packages.joined(separator: ",")]
    }
}
