internal import AzureMLSupport
internal import Environment

extension ImageDefinition {
    /// Returns the build context: the Dockerfile and all files that it copies.
    ///
    /// - Parameter wheels: The source of the bytes of private wheels.
    /// - Returns: The context.
    /// - Throws: ``ImageBuildError`` when a private wheel is missing or damaged.
    func buildContext(wheels: some PrivateWheels) async throws -> BuildContext {
        switch content {
        case .context(let context): return context
        case .recipe(let conda):
            var entries = [
                BuildContext.Entry(path: dockerfilePath, text: dockerfileText),
                SetupFiles.proxyFix, SetupFiles.sparkCache, SetupFiles.sparkLogging,
            ]
            if let conda {
                let specification = try environment.python.condaDependencies.naming(conda.wheels)
                entries.append(BuildContext.Entry(path: SetupFiles.specificationPath, text: specification))
                for wheel in conda.wheels { entries.append(try await wheels.entry(of: wheel)) }
            }
            return try BuildContext(entries, dockerfilePath: dockerfilePath, diagnostics: diagnostics)
        }
    }
}

extension BuildContext.Entry {
    /// Makes a text file that is not executable.
    init(path: String, text: String) {
        self.init(path: path, content: .file(Array(text.utf8), isExecutable: false))
    }
}
