import Foundation

/// Prints the usage and ends the program with exit status 2.
package func exit(withUsage usage: String) -> Never {
    FileHandle.standardError.write(Data("\(usage)\n".utf8))
    exit(2)
}
