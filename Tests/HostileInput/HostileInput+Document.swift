internal import TestSupport
internal import AzureMLSupport
internal import LosslessYAML

extension HostileInput {
    /// Returns the properties that a text violates as a YAML document that is read, written, edited, written and read
    /// again.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - seed: The seed of the edits; with `nil`, the edits depend only on the text.
    /// - Returns: A description of each violation.
    package static func documentViolations(of bytes: [UInt8], seed: UInt64? = nil) -> [String] {
        do throws(YAMLError) {
            let document = try YAMLDocument(parsing: bytes)
            guard document.bytes == bytes else { return ["an unedited text changes"] }
            guard let root = document.root else { return [] }
            let violations = violationsOfData(of: root, in: document)
            var random = seed.map(SplitMix64.init(seed:)) ?? SplitMix64(seededBy: bytes)
            var edited = document
            return violations + (0..<4).flatMap { _ in violationsOfEdit(of: &edited, &random) }
        } catch {
            return violations(of: error, in: bytes)
        }
    }

    private static func violationsOfData(of root: YAMLNode, in document: YAMLDocument) -> [String] {
        do throws(YAMLError) {
            _ = try YAMLText.canonical(of: document.data(of: root))
            return []
        } catch {
            return error.code == .tooManyNodes ? violations(of: error, in: document.bytes) : ["no data: \(error)"]
        }
    }

    private static func violationsOfEdit(of document: inout YAMLDocument, _ random: inout SplitMix64) -> [String] {
        guard let root = document.root, let edit = DocumentEdit(of: document, &random) else { return [] }
        let before = document
        do throws(YAMLError) {
            try edit.make(in: &document)
        } catch {
            guard error.code == .editRefused else { return ["an edit fails with an unexpected error: \(error)"] }
            return document.bytes == before.bytes ? [] : ["a refused edit changes the text: \(error)"]
        }
        var expected = YAMLModel(root, of: before)
        edit.make(in: &expected, of: before)
        do throws(YAMLError) {
            let bytes = try document.verifiedBytes()
            let reread = try YAMLDocument(parsing: bytes)
            let data = reread.root.map { YAMLModel($0, of: reread) }
            guard data == expected else { return ["\(edit.change) gives unexpected data\n\(bytes.quoted)"] }
            let isLocal = edit.isLocal(from: before.bytes, to: bytes, in: before)
            return isLocal ? [] : ["\(edit.change) changes other text\n\(before.bytes.quoted)\n\(bytes.quoted)"]
        } catch {
            // An edit may make a text exceed the limits, so that saving refuses it.
            if [.tooDeep, .tooLarge, .tooManyNodes].contains(error.code) { return [] }
            return ["\(edit.change) does not read back: \(error)\n\(before.bytes.quoted)\n\(document.bytes.quoted)"]
        }
    }
}

extension [UInt8] {
    fileprivate var quoted: String { String(decoding: self, as: UTF8.self).debugDescription }
}
