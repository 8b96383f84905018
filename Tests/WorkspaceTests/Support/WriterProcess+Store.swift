import TestSupport

extension WriterProcess {
    /// The changes that the program `StoreWriter` makes.
    enum Work: String {
        case add, all, label, remove
    }

    convenience init(
        _ workspace: String,
        _ name: String,
        _ work: Work,
        first: Int = 0,
        rounds: Int,
        lastStep: Int? = nil
    ) throws {
        let arguments = [workspace, name, work.rawValue, "\(first)", "\(rounds)"]
        try self.init("StoreWriter", arguments + (lastStep.map { ["\($0)"] } ?? []))
    }
}
