import AzureMLSupport
import AzureMLSystem
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct CommandTests {
    private let scratch: ScratchFolder
    private var path: String { scratch.path }

    init() throws {
        scratch = try ScratchFolder()
    }

    private func shell(_ script: String, _ arguments: String...) -> Command {
        Command("sh", ["-c", script, "sh"] + arguments)
    }

    private func failure<Result: Sendable>(_ run: () async throws -> Result) async -> CommandError? {
        do {
            _ = try await run()
            return nil
        } catch {
            return error as? CommandError
        }
    }

    @Test func `the two outputs are returned separately, with the exit status`() async throws {
        let output = try await shell("echo out; echo err >&2; exit 3").output(limit: 100)
        #expect(output.standardOutput == Array("out\n".utf8))
        #expect(output.standardError == Array("err\n".utf8))
        #expect(output.status == .exited(3))
        #expect(!output.status.isSuccess)
    }

    @Test func `the status of a program that a signal ended names the signal`() async throws {
        let output = try await shell("kill -USR1 $$").output(limit: 100)
        #expect(output.status == .killed(signal: SIGUSR1))
    }

    @Test func `arguments reach the program unchanged`() async throws {
        let arguments = ["", "a b", "$HOME", "*", "; exit 9", "é\n\"'\\", "-n"]
        let output = try await Command("printf", ["%s|"] + arguments).output(limit: 1000)
        #expect(String(decoding: output.standardOutput, as: UTF8.self) == arguments.map { "\($0)|" }.joined())
        #expect(output.status.isSuccess)
    }

    @Test(arguments: [0, 1, 4096, 4097, 5_000_000])
    func `the program gets all of its standard input`(count: Int) async throws {
        var command = Command("cat")
        command.standardInput = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let output = try await command.output(limit: 5_000_000)
        #expect(output.standardOutput == command.standardInput)
    }

    @Test(arguments: [100, 5_000_000])
    func `a program need not read its input`(count: Int) async throws {
        var command = shell("exec <&-; exit 4")
        command.standardInput = [UInt8](repeating: 65, count: count)
        #expect(try await command.output(limit: 100).status == .exited(4))
    }

    @Test func `a large input does not leave a file behind`() async throws {
        var command = Command("cat")
        command.standardInput = [UInt8](repeating: 65, count: 10_000)
        let context = ProcessContext(
            variables: ["PATH": "/usr/bin:/bin", "TMPDIR": path],
            homeDirectory: "/",
            currentDirectory: "/"
        )
        _ = try await ProcessContext.$injected.withValue(context) { try await command.output(limit: 10_000) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
    }

    @Test func `large amounts of both outputs at the same time are returned in full`() async throws {
        let script = "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2; head -c 1000000 /dev/zero"
        let output = try await shell(script).output(limit: 4_000_000)
        #expect(output.standardOutput.count == 4_000_000)
        #expect(output.standardError.count == 3_000_000)
    }

    @Test func `output over the limit is an error and ends the program`() async throws {
        let endless = shell("while :; do echo y; done")
        #expect(
            await failure { try await endless.output(limit: 1000) } == CommandError("sh", .outputTooLarge(limit: 1000))
        )
    }

    @Test func `lines of both outputs are read in the order in which they are written`() async throws {
        let script = "echo 1; echo 2 >&2; printf '3\\r\\n\\n'; printf '\\377' >&2; printf ' end'; exit 7"
        let (status, lines) = try await shell(script).withLines { lines in
            var seen: [String] = []
            for try await line in lines { seen.append(line) }
            return seen
        }
        #expect(lines == ["1", "2", "3", "", "\u{FFFD} end"])
        #expect(status == .exited(7))
    }

    @Test func `a line can be read before the program ends`() async throws {
        try Data().write(to: URL(filePath: "\(path)/x"))
        let script = "echo first; while [ -e \"$1\" ]; do :; done; echo second"
        let file = "\(path)/x"
        let (_, lines) = try await shell(script, file).withLines { lines in
            var seen: [String] = []
            for try await line in lines {
                seen.append(line)
                if line == "first" { try FileManager.default.removeItem(atPath: file) }
            }
            return seen
        }
        #expect(lines == ["first", "second"])
    }

    @Test func `an endless line is split into parts between characters`() async throws {
        let script = "i=0; while [ $i -lt 20000 ]; do printf 'aああ'; i=$((i+1)); done"
        let (_, lines) = try await shell(script).withLines { lines in
            var seen: [String] = []
            for try await line in lines { seen.append(line) }
            return seen
        }
        #expect(lines.joined() == String(repeating: "aああ", count: 20_000))
        #expect(lines.allSatisfy { $0.utf8.count <= CommandLines.maximumLineLength })
        #expect(lines.count == 3)
    }

    /// The beginning of the first text is the end of the second, so that the cut has to move back twice.
    @Test(arguments: [["sécret-7"], ["secret-7", "-and-sec"], ["e"], [""]])
    func `an endless line is not split inside an undivided text`(_ texts: [String]) async throws {
        let text = texts.count > 1 ? "a-and-secret-7" : "a\(texts[0])"
        for shift in 0..<(text.utf8.count + 1) {
            // At each shift a different byte of the texts is at the limit.
            let line = filler(65_520 + shift) + text + text + text + filler(65_536)
            let parts = try await parts(of: line, undivided: texts)
            #expect(parts.count > 1)
            #expect(parts.joined() == line)
            for text in texts where !text.isEmpty {
                #expect(parts.map { $0.ranges(of: text).count }.reduce(0, +) == line.ranges(of: text).count)
            }
        }
    }

    @Test func `an endless line is split before an address rather than inside it`() async throws {
        let address = "https://user:password@host/x"
        for shift in 0..<address.utf8.count {
            let line = filler(40_000) + " " + filler(25_520 - shift) + " " + address + " " + filler(65_536)
            let parts = try await parts(of: line, undivided: [])
            #expect(parts.joined() == line)
            #expect(parts.contains { $0.contains(address) })
        }
    }

    @Test(arguments: [1, 2, 40_000])
    func `a line that consists only of beginnings of an undivided text is still split`(_ length: Int) async throws {
        let parts = try await parts(of: filler(200_000), undivided: [filler(length) + "y"])
        #expect(parts.joined() == filler(200_000))
        #expect(parts.allSatisfy { (32_768...65_536).contains($0.utf8.count) || $0 == parts.last })
    }

    private func filler(_ count: Int) -> String { String(repeating: "x", count: count) }

    private func parts(of line: String, undivided: [String]) async throws -> [String] {
        var rest = ArraySlice(line.utf8)
        let lines = CommandLines(undivided: undivided.map { Array($0.utf8) }) {
            defer { rest = rest.dropFirst(10_000) }
            return rest.isEmpty ? nil : Array(rest.prefix(10_000))
        }
        var parts: [String] = []
        for try await part in lines { parts.append(part) }
        return parts
    }

    @Test func `a hundred thousand lines are all read`() async throws {
        let script = "i=0; while [ $i -lt 100000 ]; do echo line $i; i=$((i+1)); done"
        let (_, count) = try await shell(script).withLines { lines in
            var count = 0
            for try await line in lines {
                guard line == "line \(count)" else { break }
                count += 1
            }
            return count
        }
        #expect(count == 100_000)
    }

    @Test(arguments: ["no-such-program-here", "/no/such/program", ""])
    func `the error for a missing program names it`(program: String) async throws {
        let error = await #expect(throws: CommandError.self) { try await Command(program).output(limit: 1) }
        #expect(error?.reason == .programNotFound)
        #expect(error?.description == "cannot run '\(program)': there is no such program")
    }

    #if os(Linux)
    @Test func `a run leaves no file open, whether it succeeds or not`() async throws {
        // Other tests open some at the same time; a leak would leave two hundred open.
        let before = try openFiles()
        for count in [0, 10_000] {
            for program in ["true", "no-such-program-here"] {
                var command = Command(program)
                command.standardInput = [UInt8](repeating: 65, count: count)
                for _ in 0..<50 { _ = try? await command.output(limit: 1) }
            }
        }
        #expect(try openFiles() < before + 50)
    }

    /// Returns the number of open pipes and unnamed files of this process.
    private func openFiles() throws -> Int {
        let folder = "/proc/self/fd"
        return try FileManager.default.contentsOfDirectory(atPath: folder).count {
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
            return target.map { $0.hasPrefix("pipe:") || $0.hasSuffix("(deleted)") } ?? false
        }
    }
    #endif

    @Test func `programs are found in the folders of PATH, but not in relative ones`() async throws {
        let script = "#!/bin/sh\necho $GREETING from $0 in $(pwd)\n"
        try Data(script.utf8).write(to: URL(filePath: "\(path)/greet"))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(path)/greet")
        func greet(searchPath: String) async throws -> String {
            let context = ProcessContext(
                variables: ["PATH": searchPath, "GREETING": "hi", "GONE": "x"],
                homeDirectory: "/",
                currentDirectory: path
            )
            var command = Command("greet")
            command.variables = ["GREETING": "hello", "GONE": nil]
            command.workingDirectory = "."
            return try await ProcessContext.$injected.withValue(context) {
                String(decoding: try await command.output(limit: 1000).standardOutput, as: UTF8.self)
            }
        }
        #expect(try await greet(searchPath: "/nowhere:\(path):/bin") == "hello from \(path)/greet in \(path)\n")
        let refused = await failure { try await greet(searchPath: ".::/bin") }
        #expect(refused == CommandError("greet", .programNotFound))
    }

    @Test func `the error for a missing working directory names it`() async throws {
        var command = Command("true")
        command.workingDirectory = "\(path)/none"
        #expect(
            await failure { try await command.output(limit: 1) }
                == CommandError("true", .workingDirectoryNotFound("\(path)/none"))
        )
    }

    @Test func `texts that the system would truncate are refused`() async throws {
        #expect(
            await failure { try await Command("echo", ["a\0b"]).output(limit: 9) }
                == CommandError("echo", .invalidText("a\0b"))
        )
        var command = Command("env")
        command.variables = ["A=B": "c"]
        #expect(await failure { try await command.output(limit: 9) } == CommandError("env", .invalidText("A=B")))
    }

    /// Reads until no process has the pipe open for writing.
    private func waitForWriters(of pipe: Int32) {
        _ = fcntl(pipe, F_SETFL, 0)
        var byte: UInt8 = 0
        while unsafe read(pipe, &byte, 1) > 0 {}
    }

    @Test(arguments: ["trap '' TERM; ", "(trap '' TERM; exec sleep 10000) & "])
    func `cancelling ends the program and every process that it started`(start: String) async throws {
        let result = unsafe mkfifo("\(path)/pipe", 0o600)
        #expect(result == 0)
        let pipe = unsafe open("\(path)/pipe", O_RDONLY | O_NONBLOCK)
        defer { close(pipe) }
        var command = shell("exec 9>\"$1\"; \(start) echo ready; sleep 10000; sleep 10000", "\(path)/pipe")
        command.graceTime = .milliseconds(20)
        let task = Task { [command] in
            try await command.withLines { lines in
                for try await line in lines where line == "ready" { cancelThisTask() }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        waitForWriters(of: pipe)
    }

    @Test func `cancelling gives a program time to end by itself`() async throws {
        var command = shell("trap 'echo bye >\"$1\"; exit 0' TERM; echo ready; while :; do sleep 1; done", "\(path)/x")
        command.graceTime = .seconds(60)
        let task = Task { [command] in
            try await command.withLines { lines in
                for try await line in lines where line == "ready" { cancelThisTask() }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try String(contentsOfFile: "\(path)/x", encoding: .utf8) == "bye\n")
    }

    @Test func `an error of the reader ends the program and is rethrown unchanged`() async throws {
        let full = FileSystemError(.write, "log", .isNotRegularFile)
        await #expect(throws: full) { try await Command("sleep", ["10000"]).withLines { _ in throw full } }
    }

    @Test func `a program that takes too long is ended`() async throws {
        var command = Command("sleep", ["10000"])
        command.timeLimit = .milliseconds(50)
        let expected = CommandError("sleep", .tookTooLong(.milliseconds(50)))
        #expect(await failure { try await command.output(limit: 1) } == expected)
        #expect(await failure { try await command.withLines { lines in for try await _ in lines {} } } == expected)
        command.timeLimit = .seconds(1000)
        command.arguments = ["0"]
        #expect(try await command.output(limit: 1).status.isSuccess)
    }

    @Test func `a program that handles a signal only at times gets it repeatedly`() async throws {
        // The shell itself must count, because the signal would end any other program.
        let count = "n=$((n+1)); echo x >>\"$1\"; [ $n -lt 3 ] || exit 0"
        var command = shell("n=0; trap '\(count)' HUP; echo ready; while :; do sleep 1; done", "\(path)/x")
        command.graceTime = .seconds(60)
        command.ending = .hangUpRepeatedly
        let task = Task { [command] in
            try await command.withLines { lines in
                for try await line in lines where line == "ready" { cancelThisTask() }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        // The shell can receive another signal while it counts.
        #expect(try String(contentsOfFile: "\(path)/x", encoding: .utf8).hasPrefix("x\nx\nx\n"))
    }

    @Test func `output of processes that outlive the program is not read forever`() async throws {
        let program = shell("while :; do echo x; done & exit 3")
        let (status, _) = try await program.withLines { lines in for try await _ in lines {} }
        #expect(status == .exited(3))

        // A process that left the program's process group survives its end, but the time limit still applies.
        var escaping = shell("setsid sh -c 'while :; do echo x; done' & sleep 10000")
        escaping.timeLimit = .milliseconds(50)
        let error = await failure { try await escaping.withLines { lines in for try await _ in lines {} } }
        #expect(error?.reason == .tookTooLong(.milliseconds(50)))
    }

    @Test func `processes that a program leaves running are not waited for`() async throws {
        let output = try await shell("sleep 10000 & echo $!").output(limit: 100)
        let process = try #require(Int32(String(decoding: output.standardOutput.dropLast(), as: UTF8.self)))
        #expect(kill(process, SIGKILL) == 0)
    }
}

private func cancelThisTask() {
    unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
}
