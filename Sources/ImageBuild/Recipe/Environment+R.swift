internal import AzureMLSupport
internal import Environment

extension Environment {
    /// Returns the commands that install R and its packages; empty when the user's image has them.
    ///
    /// The second command is the line of a public build log (Azure/azureml-sdk-for-r, issue 380, 2020-09-18). Its
    /// statements for packages that the log does not show, and its place in the Dockerfile, are this SDK's own.
    func rCommands() throws(ImageBuildError) -> [String] {
        guard let r, !r.userManaged else { return [] }
        var commands: [String] = []
        if let version = r.rVersion {
            guard FieldGrammar.isVersion(version) else { throw .field(version, at: "r.rVersion", is: "a version") }
            commands.append("conda install -c r -y r-essentials=\(version)")
        }
        let statements = try r.snapshotStatements() + r.cranStatements() + r.gitHubStatements() + r.otherStatements()
        return commands + ["R -e \"\(statements.joined(separator: "; "))\""]
    }
}

extension RSection {
    fileprivate func snapshotStatements() throws(ImageBuildError) -> [String] {
        var snapshot = "snapshot_date <- tail(checkpoint::getValidSnapshots(), n = 1)"
        if let date = snapshotDate {
            guard FieldGrammar.isDate(date) else {
                throw .field(date, at: "r.snapshotDate", is: "a date such as 2020-09-18")
            }
            snapshot = "snapshot_date <- '\(date)'"
        }
        return [
            "library(checkpoint)", snapshot, "setSnapshot(snapshot_date)",
            "install.packages(c('reticulate', 'remotes', 'e1071', 'optparse'))", "library(remotes)",
            "remotes::install_cran('azuremlsdk', upgrade = FALSE)",
        ]
    }

    fileprivate func cranStatements() throws(ImageBuildError) -> [String] {
        var statements: [String] = []
        for (position, package) in (cranPackages ?? []).enumerated() {
            let place = "r.cranPackages[\(position)]"
            guard let name = package.name, FieldGrammar.isRName(name) else {
                throw .field(package.name, at: "\(place).name", is: "the name of a package")
            }
            var arguments = ["'\(name)'"]
            if let version = package.version {
                guard FieldGrammar.isVersion(version) else {
                    throw .field(version, at: "\(place).version", is: "a version")
                }
                arguments.append("version = '\(version)'")
            }
            if let repository = package.repository {
                guard FieldGrammar.isWebAddress(repository) else {
                    throw .field(repository, at: "\(place).repository", is: "a plain web address")
                }
                arguments.append("repos = '\(repository)'")
            }
            statements.append("remotes::install_version(\(arguments.joined(separator: ", ")))")
        }
        return statements
    }

    fileprivate func gitHubStatements() throws(ImageBuildError) -> [String] {
        var statements: [String] = []
        for (position, package) in (githubPackages ?? []).enumerated() {
            let place = "r.githubPackages[\(position)]"
            guard let repository = package.repository, FieldGrammar.isGitHubRepository(repository) else {
                throw .field(package.repository, at: "\(place).repository", is: "of the form owner/repo[@ref]")
            }
            guard package.authToken == nil else {
                throw ImageBuildError(
                    .kindNotSupported,
                    "the R package '\(repository)' needs a token, which must not be part of a Dockerfile",
                    at: SourceLocation(file: "\(place).authToken"),
                    hint: "install it in your own Dockerfile, with a secret mount"
                )
            }
            statements.append("remotes::install_github('\(repository)')")
        }
        return statements
    }

    fileprivate func otherStatements() throws(ImageBuildError) -> [String] {
        var statements: [String] = []
        for (position, address) in (customURLPackages ?? []).enumerated() {
            guard FieldGrammar.isWebAddress(address) else {
                throw .field(address, at: "r.customURLPackages[\(position)]", is: "a plain web address")
            }
            statements.append("install.packages('\(address)', repos = NULL)")
        }
        let names = bioconductorPackages ?? []
        for (position, name) in names.enumerated() where !FieldGrammar.isRName(name) {
            throw .field(name, at: "r.bioconductorPackages[\(position)]", is: "the name of a package")
        }
        guard !names.isEmpty else { return statements }
        statements.append("install.packages('BiocManager')")
        statements.append("BiocManager::install(c(\(names.map { "'\($0)'" }.joined(separator: ", "))))")
        return statements
    }
}
