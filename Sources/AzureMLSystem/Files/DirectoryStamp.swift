/// A stamp of a folder that changes when an entry is added, removed or renamed.
///
/// The time alone is not enough: its clock ticks every few milliseconds, on some network drives every second, so that
/// two changes within one tick look alike. The link count distinguishes them on file systems that count folders there.
package struct DirectoryStamp: Sendable, Hashable {
    package var seconds: Int
    package var nanoseconds: Int
    package var links: Int
    package var size: Int

    package init(seconds: Int, nanoseconds: Int, links: Int, size: Int) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.links = links
        self.size = size
    }

    /// A function for tests that changes each stamp to that of a file system with coarser times or another link count.
    @TaskLocal package static var simulation: (@Sendable (DirectoryStamp) -> DirectoryStamp)?

    /// The longest tick of the clocks of file systems in use: FAT counts every other second, a local kernel up to every
    /// 10 ms. Times without a fraction come from a file system that does not store fractions.
    private var tick: Duration { nanoseconds == 0 ? .seconds(2) : .milliseconds(20) }

    private var time: Duration { .seconds(seconds) + .nanoseconds(nanoseconds) }

    /// Whether every change from now on will give the folder another time, because the tick of its time is over.
    ///
    /// - Parameter now: The stamp of a file that the same file system has just made. The clock of this computer can
    ///   differ from that of the file system.
    /// - Returns: Whether the tick is over; false when that is not certain.
    package func isSettled(now: DirectoryStamp) -> Bool { time + tick <= now.time }
}
