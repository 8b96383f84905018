import Foundation

/// Ends the program because it was called in a wrong way.
package func exit(withUsage usage: String) -> Never {
    FileHandle.standardError.write(Data("\(usage)\n".utf8))
    exit(2)
}
