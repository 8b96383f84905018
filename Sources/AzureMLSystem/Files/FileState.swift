/// The identity of a file or folder with its stamp. It differs when another one has its name, and nearly always when it
/// has changed.
package struct FileState: Sendable, Hashable {
    let identity: FileIdentity
    let stamp: DirectoryStamp
}
