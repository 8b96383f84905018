import AzureMLSupport
import Foundation
import TestSupport
import Testing

@testable import CondaDependencies

/// Compares with rattler and `packaging` themselves. `SPECIFICATIONS_PYTHON` is the path of a Python that has both.
@Suite(.enabled(if: ReferencePython.specifications.isAvailable))
struct SpecificationReferenceTests {
    private static let files = (Fixture.specifications + (Fixture.corpus ?? [])).compactMap { file in
        try? CondaDependencies(parsing: file.bytes, file: file.name)
    }

    @Test func `real and generated match specs are read as in rattler`() async throws {
        let texts = Self.files.flatMap(\.condaPackages) + Self.matchSpecs
        let references = try await reference(conda: texts, pip: [])["conda"].array ?? []
        #expect(references.count == texts.count)
        for (text, reference) in zip(texts, references) {
            let spec = try? CondaMatchSpec(text)
            #expect((spec == nil) == reference.isNull, "\(text.debugDescription)")
            #expect(spec?.name == reference["name"].string, "\(text.debugDescription)")
            #expect(spec?.build == reference["build"].string, "\(text.debugDescription)")
            #expect(spec?.subdirectory == reference["subdirectory"].string, "\(text.debugDescription)")
        }
        print("compared \(texts.count) match specs with rattler")
    }

    @Test func `real and generated requirements are read as in packaging`() async throws {
        let texts = Self.files.flatMap(\.pipPackages) + Self.requirements
        let references = try await reference(conda: [], pip: texts)["pip"].array ?? []
        #expect(references.count == texts.count)
        for (text, reference) in zip(texts, references) {
            let requirement = try? PipRequirement(text)
            // packaging does not support URLs and paths without a name before them.
            if let requirement, requirement.kind != .package { continue }
            #expect((requirement == nil) == reference.isNull, "\(text.debugDescription)")
            #expect(requirement?.normalizedName == reference["name"].string, "\(text.debugDescription)")
            #expect(requirement?.extras.sorted() == reference["extras"].array?.compactMap(\.string), "\(text)")
            #expect(requirement?.url == reference["url"].string, "\(text.debugDescription)")
            #expect(requirement.map { $0.version != nil } == reference["hasVersion"].bool, "\(text.debugDescription)")
            #expect(requirement.map { $0.marker != nil } == reference["hasMarker"].bool, "\(text.debugDescription)")
        }
        print("compared \(texts.count) pip requirements with packaging")
    }

    private func reference(conda: [String], pip: [String]) async throws -> JSONValue {
        let input: JSONValue = [
            "conda": JSONValue(conda.map { JSONValue($0) }), "pip": JSONValue(pip.map { JSONValue($0) }),
        ]
        return try await ReferencePython.specifications.answer(of: "package_specifications.py", to: input)
    }

    /// Every combination of a channel, an operator, a version and a build.
    private static let matchSpecs: [String] = ["", "c::", "c/linux-64::", "c:n:"].flatMap { channel in
        ["", "=", "==", ">=", "<", "!=", "~=", ">", "<=", "===", "=>", "~", "!"].flatMap { operation in
            ["1.2", "1.2.*", "1.2*", "*", "1!2.0", "1.2,<3", "1.2|2.0", "1..2", "1_2-3", "(1|2)", "1.2,", "a.b", ""]
                .flatMap { version in
                    ["", "=py_0", " py*", "[build=py*]", "[build=py*", "[x=1]", "[]", " # c"].map { build in
                        "\(channel)r-Base \(operation)\(version)\(build)"
                    }
                }
        }
    }

    /// Every combination of a name, an operator, a version and a marker.
    private static let requirements: [String] = ["numpy", "Foo_.Bar", "a[x, y]", "a[", "a-"].flatMap { name in
        ["==", ">=", "<", "!=", "~=", "===", "=", "=>", " (>=", "@", "@ "].flatMap { operation in
            [
                "1", "1.2", "1.2.*", "1.2a1", "1.2.post1", "1.2-1.dev", "1!1.2", "1.2+l", "1,<3", "v1.2", "x", "1.*.2",
                "1,", "",
            ]
            .flatMap { version in
                ["", " ; python_version<'3'", " ; (extra=='x' or os.name=='nt') and 'a' not in sys_platform", " ; x"]
                    .map { "\(name)\(operation)\(version)\($0)" }
            }
        }
    }
}
