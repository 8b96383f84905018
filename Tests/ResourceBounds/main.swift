// Compares the time and the memory that texts of strangers take with what is promised:
// ResourceBounds [INPUTS [SEED [FORMAT…]]] gives INPUTS random texts to each format, and then each shape of text in
// three sizes. It prints the slowest and the largest of each format, and the growth of each shape.

import Foundation

let arguments = CommandLine.arguments.dropFirst()
let inputs = arguments.first.flatMap { Int($0) } ?? 2000
let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1
let names = arguments.dropFirst(2)

var failures = 0
for format in Format.all where names.isEmpty || names.contains(format.name) {
    failures += await compareRandomTexts(of: format, count: inputs, seed: seed)
}
for shape in Shape.all where names.isEmpty || names.contains(shape.name) {
    failures += await compareGrowth(of: shape)
}
InputFolder.removeAll()
exit(failures == 0 ? 0 : 1)
