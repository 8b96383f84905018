@testable import ImageBuild

extension BuildOutputStyle {
    /// The lines of a command that fails, with those of the engine that runs it around them.
    func lines(ofCommand lines: [String], code: Int = 1) -> [String] {
        switch self {
        case .classicDocker:
            ["Step 1/2 : FROM x", " ---> 01", "Step 2/2 : RUN y", " ---> Running in 0123456789ab"] + lines
                + ["The command '/bin/sh -c y' returned a non-zero code: \(code)"]
        case .buildKit:
            ["#4 [1/2] FROM x", "#4 DONE 0.0s", "#5 [2/2] RUN y"] + lines.map { "#5 0.123 \($0)" } + [
                "#5 ERROR: process \"/bin/sh -c y\" did not complete successfully: exit code: \(code)", "------",
                " > [2/2] RUN y:",
            ] + lines.map { "0.123 \($0)" } + [
                "------",
                "ERROR: failed to solve: process \"/bin/sh -c y\" did not complete successfully: exit code: \(code)",
            ]
        case .buildah:
            ["STEP 1/2: FROM x", "STEP 2/2: RUN y"] + lines
                + ["Error: building at STEP \"RUN y\": while running runtime: exit status \(code)"]
        }
    }
}

extension ImageBuildFailure {
    /// The failure of a build in which an engine wrote these lines.
    init(_ style: BuildOutputStyle, _ lines: [String], ending: String = "the engine ended with the exit code 1") {
        var reader = style.makeReader()
        var tail = BuildOutputTail()
        for line in lines { tail.add(reader.events(of: line, at: .zero)) }
        self.init(style, step: reader.currentStep, tail: tail, ending: ending)
    }

    /// The failure of a build in which a command wrote these lines.
    init(_ style: BuildOutputStyle, commandLines lines: [String], code: Int = 1) {
        self.init(style, style.lines(ofCommand: lines, code: code))
    }
}
