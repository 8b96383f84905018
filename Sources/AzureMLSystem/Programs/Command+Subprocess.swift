internal import AzureMLSupport
internal import Subprocess

#if canImport(System)
internal import System
#else
internal import SystemPackage
#endif

/// The adapter for swift-subprocess. Its type `Environment` is not related to this package's.
extension Command {
    /// Runs the program while `body` reads its output, and ends all its processes if that is interrupted.
    func run<ErrorOutput: ErrorOutputProtocol, Result: Sendable>(
        error: ErrorOutput,
        _ body: (Execution<FileDescriptorInput, SequenceOutput, ErrorOutput>) async throws -> Result
    ) async throws -> (status: ExitStatus, result: Result) {
        try refuseInvalidTexts()
        try Task.checkCancellation()
        let input = try inputDescriptor()
        do {
            let ended = try await Subprocess.run(
                configuration,
                input: .fileDescriptor(FileDescriptor(rawValue: input), closeAfterSpawningProcess: true),
                output: .sequence,
                error: error
            ) { execution in try await supervise(execution, body) }
            return (ExitStatus(ended.terminationStatus), ended.closureResult)
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw CommandError(program, reason(of: error))
        }
    }

    private func inputDescriptor() throws(CommandError) -> CInt {
        do {
            return try CommandInput.descriptor(reading: standardInput)
        } catch {
            throw CommandError(program, .system("\(error)"))
        }
    }

    private var teardown: [TeardownStep] {
        switch ending {
        case .terminate:
            return [.send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: graceTime)]
        case .hangUpRepeatedly:
            let pause = Duration.milliseconds(250)
            let step = TeardownStep.send(
                signal: .terminalClosed,
                toProcessGroup: true,
                allowedDurationToNextStep: pause
            )
            return Array(repeating: step, count: max(1, Int(graceTime / pause)))
        }
    }

    private var configuration: Configuration {
        var options = PlatformOptions()
        // The program gets its own process group, so that a signal reaches everything it starts but not this process.
        options.processGroupID = 0
        options.teardownSequence = teardown
        return Configuration(
            executable: isPath ? .path(FilePath(absoluteProgram)) : .name(program),
            arguments: Arguments(arguments),
            environment: environment,
            workingDirectory: workingDirectory.map { FilePath(ProcessContext.current.absolutePath($0)) },
            platformOptions: options
        )
    }

    private var environment: Subprocess.Environment {
        let own = ProcessContext.current.injectedVariables.map { variables in
            Subprocess.Environment.custom(
                Dictionary(uniqueKeysWithValues: variables.map { (.init(stringLiteral: $0.key), $0.value) })
            )
        }
        let changes = variables.map { (Subprocess.Environment.Key(stringLiteral: $0.key), $0.value) }
        return (own ?? .inherit).updating(Dictionary(uniqueKeysWithValues: changes))
    }

    /// Runs `body`, and ends the program and every process that it started when the time limit passes, the task is
    /// cancelled or `body` throws.
    private func supervise<ErrorOutput, Result: Sendable>(
        _ execution: Execution<FileDescriptorInput, SequenceOutput, ErrorOutput>,
        _ body: (Execution<FileDescriptorInput, SequenceOutput, ErrorOutput>) async throws -> Result
    ) async throws -> Result {
        do {
            let result = try await withinTimeLimit(execution) { try await body(execution) }
            try Task.checkCancellation()
            return result
        } catch {
            await execution.teardown(using: teardown)
            // The program may end before the processes that it started; its ID is not reused before this returns.
            try? execution.send(signal: .kill, toProcessGroup: true)
            throw error
        }
    }

    private func withinTimeLimit<ErrorOutput, Result: Sendable>(
        _ execution: Execution<FileDescriptorInput, SequenceOutput, ErrorOutput>,
        _ body: () async throws -> Result
    ) async throws -> Result {
        guard let timeLimit else { return try await body() }
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await Task.sleep(for: timeLimit)
                } catch {
                    return false
                }
                await execution.teardown(using: teardown)
                return true
            }
            let result: Result
            do {
                result = try await body()
            } catch {
                group.cancelAll()
                guard try await group.next() == true else { throw error }
                throw CommandError(program, .tookTooLong(timeLimit))
            }
            group.cancelAll()
            guard try await group.next() != true else { throw CommandError(program, .tookTooLong(timeLimit)) }
            return result
        }
    }

    private func reason(of error: SubprocessError) -> CommandError.Reason {
        switch error.code {
        case .executableNotFound: .programNotFound
        case .failedToChangeWorkingDirectory: .workingDirectoryNotFound(workingDirectory ?? "")
        default: .system(error.description)
        }
    }
}

extension Command.ExitStatus {
    fileprivate init(_ status: TerminationStatus) {
        switch status {
        case .exited(let code): self = .exited(code)
        case .signaled(let signal): self = .killed(signal: signal)
        }
    }
}
