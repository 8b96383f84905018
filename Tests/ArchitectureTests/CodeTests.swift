import AzureMLSupport
import Foundation
import ImageBuild
import Testing

/// Checks the codes of errors and diagnostics in the sources and in the documentation.
@Suite struct CodeTests {
    private static let page = SourceFile.root.appending(path: "Documentation/ErrorsAndDiagnostics.md")
    /// Words of the documentation that look like codes.
    private static let otherWords: Set<String> = [
        // recipes
        "build-context", "conda-on-dockerfile", "conda-without-spark-cache", "user-managed",
        "user-managed-on-dockerfile",
        // packages, programs and files of others
        "api-key", "azureml-core", "credential-helpers", "docker-registry", "foo-bar", "libyaml-dev", "nettle-dev",
        "spark-submit", "tensorflow-gpu", "tensorflow-hub", "x-access-token",
        // scripts
        "list-public-declarations", "test-bounds", "test-dockerfiles", "test-engines", "test-filesystems",
        "test-ignore-rules", "test-reference",
    ]

    private let errors: [ErrorCodeDeclaration]
    private let diagnostics: [String]

    init() throws {
        errors = try ErrorCodeDeclaration.all()
        diagnostics = DiagnosticCatalogues.all.flatMap { catalogue in
            catalogue.allCases.map { ($0 as? any DiagnosticCatalogue)?.code.name ?? "" }
        }
    }

    @Test func `the code of an error consists of its type and its Swift name`() {
        #expect(errors.count > 80)
        for error in errors { #expect(error.code == error.expectedCode) }
    }

    @Test func `no two diagnostics share a code`() {
        #expect(diagnostics.count > 30)
        #expect(Dictionary(grouping: diagnostics) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    }

    @Test func `the list of catalogues is complete`() throws {
        let declared = try SourceFile.all().flatMap { file in
            file.code.matches(of: /enum (\w+): String, DiagnosticCatalogue/).map { String($0.1) }
        }
        #expect(declared.sorted() == DiagnosticCatalogues.all.map { "\($0)" }.sorted())
    }

    @Test func `only catalogues make diagnostics, and only declarations make error codes`() throws {
        let files = try SourceFile.all()
        let makers = files.filter { $0.code.contains(/\bDiagnostic\(|\bcode: ""/) }
        #expect(makers.map(\.name) == ["DiagnosticCatalogue.swift"])
        #expect(files.filter { $0.code.contains(/\bErrorCode(?:<\w+>)?(?:\.init)?\(/) }.map(\.name) == [])
        let declared = files.map { file in
            file.code.matches(of: /extension ErrorCode\b[^{]*\{(?<body>(?:[^{}]|\{[^{}]*\})*)\}/).map { match in
                match.body.matches(of: /\bstatic\b/).count
            }.reduce(0, +)
        }
        #expect(declared.reduce(0, +) == errors.count)
    }

    @Test func `the documentation has the row of every error code and no other row`() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let sections = text.split(separator: "\n### ").dropFirst().map { $0.split(separator: "\n").map(String.init) }
        for (type, codes) in Dictionary(grouping: errors.filter(\.isPublic), by: \.errorType) {
            let section = try #require(sections.first { $0.first == type })
            #expect(section.filter { $0.hasPrefix("| `.") } == codes.map(\.row))
        }
        #expect(text.split(separator: "\n").count { $0.hasPrefix("| `.") } == errors.count(where: \.isPublic))
    }

    @Test func `the documentation has a row for every diagnostic and no other row`() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let codes = text.split(separator: "\n").compactMap { $0.firstMatch(of: /^\| `([a-z]+(?:-[a-z0-9]+)+)`/)?.1 }
        #expect(codes.map(String.init).sorted() == diagnostics.sorted())
    }

    @Test func `every code that a document mentions exists`() throws {
        let known = Set(errors.map(\.code) + diagnostics).union(Self.otherWords)
        for path in SourceFile.documents() {
            let text = try String(contentsOf: path, encoding: .utf8)
            let words = text.matches(of: /`([a-z][a-z0-9]*(?:-[a-z0-9]+)+)`/).map { String($0.1) }
            #expect(Set(words).subtracting(known) == [], "\(path.lastPathComponent)")
        }
    }

    @Test func `every error code is used`() throws {
        let code = try SourceFile.all().map(\.code).joined()
        for error in errors {
            let uses = code.matches(of: try Regex("\\.\(error.swiftName)\\b")).count
            #expect(uses > 0, "\(error.errorType).\(error.swiftName)")
        }
    }
}
