/// A stamp of a folder that changes when an entry is added, removed or renamed.
///
/// The time alone is not enough: its clock ticks every few milliseconds, so that two changes within one tick look
/// alike. The link count and the size distinguish them on file systems that count folders or names there.
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
}
