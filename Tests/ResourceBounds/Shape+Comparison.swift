/// Uses a shape of text in three sizes, prints how its time and its memory grow, and returns how many of them took more
/// than is promised.
func compareGrowth(of shape: Shape) async -> Int {
    var failures = 0
    var figures: [String] = []
    for size in [1 << 18, 1 << 19, 1 << 20] {
        let text = shape.text(size)
        let measured = await Measurement { try await shape.format.use(text) }
        figures.append("\(text.utf8.count) bytes \(measured.time.milliseconds) ms \(measured.memory) KB")
        if let refusal = measured.refusal { figures.append("refused: \(refusal.prefix(150))") }
        if !measured.isAllowed(shape.format, text) {
            failures += 1
            figures.append("error: more than is promised")
        }
    }
    print("\(shape.name): \(figures.joined(separator: "; "))")
    return failures
}
