// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// Looks for irreducible conflicts among the levers of a problem.
///
/// QuickXplain (Junker 2004) over whole rules first, then over the levers of those that
/// matter; at last each lever is taken out in turn. Plans that are met on the way
/// answer later questions: one that keeps the levers asked for is proof enough.
struct ConflictSearch<Problem: DiagnosedProblem> {
  let problem: Problem
  private let clock: RunClock
  /// Plans met, the latest first.
  private var plans: [Problem.Plan] = []
  /// Sets of levers known to have no plan.
  private var impossible: [Set<Int>] = []
  private var solves = 0
  /// Plans that are tried before the solver is asked.
  private static var mostPlans: Int { 24 }

  init(_ problem: Problem, clock: RunClock) {
    self.problem = problem
    self.clock = clock
  }

  /// Takes levers out of a conflict until each is needed.
  ///
  /// - Parameter levers: The levers that may be in it.
  /// - Returns: The conflict, or nothing when a plan keeps all these levers.
  /// - Throws: `DiagnosisStop` when it stopped early.
  mutating func conflict(among levers: [Int]) throws(DiagnosisStop) -> Conflict? {
    if try isPossible(keeping: Set(levers)) { return nil }
    let byRule = Dictionary(grouping: levers, by: problem.rule)
    let rules = byRule.keys.sorted().map { byRule[$0] ?? [] }
    let needed = try explain([], isNew: false, rules).flatMap { $0 }.sorted()
    var found = try explain([], isNew: false, needed.map { [$0] }).flatMap { $0 }.sorted()
    // Fewer levers may make others matter less: more applicants are eligible then,
    // and a renewal school that could not be served before has to be.
    var position = 0
    while position < found.count {
      var rest = found
      rest.remove(at: position)
      if try isPossible(keeping: Set(rest)) {
        position += 1
      } else {
        found = rest
        position = 0
      }
    }
    return Conflict(levers: found)
  }

  /// The groups that are needed for there to be no plan beside those of the background.
  private mutating func explain(
    _ background: [[Int]], isNew: Bool, _ groups: [[Int]]
  ) throws(DiagnosisStop) -> [[Int]] {
    if isNew, try !isPossible(keeping: Set(background.joined())) { return [] }
    if groups.count <= 1 { return groups }
    let (first, second) = (groups[..<(groups.count / 2)], groups[(groups.count / 2)...])
    let ofSecond = try explain(background + first, isNew: true, Array(second))
    let ofFirst = try explain(background + ofSecond, isNew: !ofSecond.isEmpty, Array(first))
    return ofFirst + ofSecond
  }

  /// Whether there is a plan that keeps some levers.
  mutating func isPossible(keeping levers: Set<Int>) throws(DiagnosisStop) -> Bool {
    try plan(keeping: levers) != nil
  }

  /// A plan that keeps some levers, or nothing when there is none.
  mutating func plan(keeping levers: Set<Int>) throws(DiagnosisStop) -> Problem.Plan? {
    if impossible.contains(levers) { return nil }
    if let position = plans.firstIndex(where: { problem.keeps($0, levers) }) {
      let plan = plans.remove(at: position)
      plans.insert(plan, at: 0)
      return plan
    }
    solves += 1
    clock.tell(tier: "diagnosis", step: "question \(solves): \(levers.count) conditions together")
    let end: PlanSearchEnd<Problem.Plan>
    do throws(EngineFailure) {
      end = try problem.search(keeping: levers)
    } catch {
      throw .failed(error)
    }
    switch end {
    case .found(let plan):
      note(plan)
      return plan
    case .none:
      impossible.append(levers)
      return nil
    case .stopped: throw .stopped
    }
  }

  /// Keeps a plan for later questions.
  mutating func note(_ plan: Problem.Plan) {
    plans.insert(plan, at: 0)
    if plans.count > Self.mostPlans { plans.removeLast() }
  }
}
