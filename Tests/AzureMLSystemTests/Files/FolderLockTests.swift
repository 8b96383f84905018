import AzureMLSystem
import TestSupport
import Testing

@Suite struct FolderLockTests {
    @Test(arguments: [(true, true, true), (true, false, false), (false, true, false), (false, false, false)])
    func `a folder's lock excludes others unless both share it, and is released`(
        isHeldShared: Bool,
        isShared: Bool,
        isGained: Bool
    ) throws {
        let scratch = try ScratchFolder()
        let holder = try Directory(path: scratch.path)
        let other = try Directory(path: scratch.path)
        func tryOther() throws {
            try other.whileLocked(sharing: isShared, waitingAtMost: .milliseconds(30)) {}
        }
        try holder.whileLocked(sharing: isHeldShared) {
            if isGained { return try tryOther() }
            let error = #expect(throws: FileSystemError.self) { try tryOther() }
            #expect(error?.isLocked == true)
            #expect(error?.isDamage == false)
        }
        try tryOther()
        #expect(try scratch.names(in: "") == [])
    }
}
