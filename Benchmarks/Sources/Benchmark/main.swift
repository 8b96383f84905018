import Foundation
import Measuring

// Benchmark FIGURE ARGUMENT…: measures one figure and prints a line of JSON.
let arguments = Array(CommandLine.arguments.dropFirst())
guard let name = arguments.first, let figure = Figure.all[name] else {
    exit(withUsage: "usage: Benchmark \(Figure.all.keys.sorted().joined(separator: "|")) ARGUMENT…")
}
do {
    print(try await figure.run(Array(arguments.dropFirst())))
} catch let usage as Figure.Usage {
    exit(withUsage: "usage: Benchmark \(name) \(usage.arguments)")
}
