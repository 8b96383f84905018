internal import AzureMLSupport

/// The format in which an engine reports its steps.
enum BuildOutputStyle: String, Sendable, Hashable, CaseIterable {
    /// `Step 1/15 : FROM …`
    case classicDocker
    /// `#5 [1/9] FROM …`
    case buildKit
    /// `STEP 1/15: FROM …`
    case buildah
}

extension BuildOutputStyle {
    func makeReader() -> any BuildOutputReader {
        switch self {
        case .classicDocker: SequentialOutputReader(head: { $0.stepOfClassicDocker }, cacheMark: " ---> Using cache")
        case .buildah: SequentialOutputReader(head: { $0.stepOfBuildah }, cacheMark: "--> Using cache")
        case .buildKit: BuildKitOutputReader()
        }
    }

    /// Returns the exit status of a command, if the line is the one in which the engine reports it.
    func exitCode(in line: String) -> Int? {
        let marks: [(text: String, code: String)] =
            switch self {
            case .classicDocker: [("The command '", "returned a non-zero code: ")]
            case .buildKit:
                [("did not complete successfully", "exit code: "), ("executor failed running", "exit code: ")]
            case .buildah: [("building at STEP ", "exit status ")]
            }
        for mark in marks where line.contains(mark.text) {
            let digits = line.reversed().prefix { $0.isASCII && $0.isNumber }.count
            guard digits > 0, line.dropLast(digits).hasSuffix(mark.code) else { continue }
            return Int(line.suffix(digits))
        }
        return nil
    }

    /// Whether a line among a command's output comes from the engine.
    func isEngineLine(_ line: String) -> Bool {
        switch self {
        case .classicDocker: exitCode(in: line) != nil
        case .buildKit: line.drop { $0 != " " }.hasPrefix(" ERROR") || line.contains("runc run failed: ")
        case .buildah:
            [
                "time=\"", "error running container", "error running subprocess", "subprocess exited ",
                "container exited ",
            ].contains { line.hasPrefix($0) } || exitCode(in: line) != nil
        }
    }

    /// Returns the beginning of a container's id, if the line names the container in which a step runs.
    ///
    /// A command can print such a line too, but it cannot guess the twelve digits of another build's container.
    func containerID(in line: String) -> Substring? {
        let mark = " ---> Running in "
        guard self == .classicDocker, line.hasPrefix(mark) else { return nil }
        let digits = line.dropFirst(mark.count)
        return digits.count == 12 && digits.utf8.allSatisfy(\.isASCIIHexDigit) ? digits : nil
    }

    /// Returns the container of the last step, which Docker names a moment after the step itself.
    func containerOfLastStep(in lines: [String]) -> Substring? {
        let step = lines.lastIndex { $0.hasPrefix("Step ") } ?? lines.startIndex
        return lines[step...].lazy.compactMap(containerID).first
    }

    /// Returns the beginning of a layer's id, of which engines show eleven digits (`--> …`) or twelve.
    func layerID(in line: String) -> Substring? {
        guard self == .buildah, line.hasPrefix("--> ") else { return nil }
        let digits = line.dropFirst(4)
        return digits.count >= 11 && digits.utf8.allSatisfy(\.isASCIIHexDigit) ? digits : nil
    }
}
