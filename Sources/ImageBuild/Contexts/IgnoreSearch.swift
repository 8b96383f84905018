/// Follows the steps of expressions through paths, and counts the work.
///
/// It is used for all rules and all files of a context, so that it allocates its memory only once.
struct IgnoreSearch {
    /// The steps of patterns that were looked at so far.
    private(set) var work = 0
    private var current = States()
    private var next = States()

    /// Counts comparisons without steps.
    mutating func count(_ comparisons: Int) { work += comparisons }

    /// Whether the steps lead through a whole path.
    mutating func finds(_ steps: [IgnoreExpression.Step], in path: [Unicode.Scalar]) -> Bool {
        follow(steps, through: path)
        return current.contains(steps.count)
    }

    /// Whether the steps lead through a whole path and on to longer ones.
    mutating func canContinue(_ steps: [IgnoreExpression.Step], after path: [Unicode.Scalar]) -> Bool {
        follow(steps, through: path)
        return current.reached.contains { $0 != steps.count }
    }

    /// Tracks all reachable states at once, so that the time is at most the path's length times the number of steps.
    private mutating func follow(_ steps: [IgnoreExpression.Step], through path: [Unicode.Scalar]) {
        current.begin(steps)
        next.begin(steps)
        current.add(0, steps)
        for scalar in path {
            guard !current.reached.isEmpty else { return }
            work += current.reached.count
            next.removeAll()
            for state in current.reached { next.addSuccessors(of: state, scalar, steps) }
            swap(&current, &next)
        }
    }
}

/// The states that a part of a path can lead to: before a step, after the last one, or inside the folders of a `**`.
private struct States {
    private(set) var reached: [Int] = []
    /// Whether each state was reached; states inside folders follow those before steps.
    private var isReached: [Bool] = []

    mutating func begin(_ steps: [IgnoreExpression.Step]) {
        removeAll()
        let missing = 2 * steps.count + 1 - isReached.count
        if missing > 0 { isReached += [Bool](repeating: false, count: missing) }
    }

    func contains(_ state: Int) -> Bool { isReached[state] }

    mutating func removeAll() {
        for state in reached { isReached[state] = false }
        reached.removeAll(keepingCapacity: true)
    }

    /// Adds a state, and those that follow it without a character.
    mutating func add(_ state: Int, _ steps: [IgnoreExpression.Step]) {
        var state = state
        while !isReached[state] {
            isReached[state] = true
            reached.append(state)
            guard state < steps.count else { return }
            switch steps[state] {
            case .restOfName, .anything: state += 1
            case .folders:
                add(inside: state, steps)
                state += 1
            case .scalar, .anyInName, .oneOf: return
            }
        }
    }

    private mutating func add(inside step: Int, _ steps: [IgnoreExpression.Step]) {
        let state = steps.count + 1 + step
        guard !isReached[state] else { return }
        isReached[state] = true
        reached.append(state)
    }

    /// Adds the states that follow another one with a character.
    mutating func addSuccessors(of state: Int, _ scalar: Unicode.Scalar, _ steps: [IgnoreExpression.Step]) {
        if state > steps.count {
            guard scalar != "\n" else { return }
            let step = state - steps.count - 1
            add(inside: step, steps)
            if scalar == "/" { add(step + 1, steps) }
        } else if state < steps.count {
            if steps[state].staysAt(scalar) { add(state, steps) }
            if steps[state].takes(scalar) { add(state + 1, steps) }
        }
    }
}
