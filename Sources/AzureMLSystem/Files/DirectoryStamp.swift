/// What changes when an entry of a folder is added, removed or renamed.
///
/// The time alone is not enough: its clock ticks every few milliseconds, and two changes within one tick look alike.
/// The number of links and the size tell them apart where the file system counts folders or names there.
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
