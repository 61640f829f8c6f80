// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// What a diagnosis found.
package struct Diagnosis<Plan: Sendable>: Sendable {
  /// Irreducible conflicts without a common lever, until nothing stands in the way any
  /// more; empty when there is a plan.
  package var conflicts: [Conflict]
  /// For each conflict and each of its levers what would be missing if nothing but the
  /// conflict were asked for.
  package var shortfalls: [[Shortfall<Plan>]] = []
  /// Sets of levers whose giving way leaves a plan; none contains another.
  ///
  /// Fewest levers come first, then least cost, then lower levers.
  package var relaxations: [Relaxation<Plan>]
  /// What costs least of all, however many levers give way; nothing without any.
  package var cheapest: Relaxation<Plan>?
  /// Whether every set as small as the first relaxation was looked at.
  package var isComplete: Bool
}

/// What is missing from one lever when the others of a conflict are kept.
package struct Shortfall<Plan: Sendable>: Sendable {
  /// By how many units it has to give way at least, 1 or more.
  package var units: Int
  /// A plan that keeps the others.
  package var plan: Plan
}

/// How a diagnosis ended.
package enum DiagnosisOutcome<Found: Sendable>: Sendable {
  case found(Found)
  /// Stopped at a limit or by an interrupt before it was finished.
  case stopped
}

/// How far a diagnosis goes.
package struct DiagnosisLimits: Sendable {
  /// Relaxations that are asked for, 1 or more.
  package var relaxations = 5
  /// Sets of one size that are looked at for the cheapest ones.
  package var mostSets = 60

  package init() {}
}

extension ConflictSearch {
  /// Finds what collides and what would help, or that time ended before that.
  mutating func outcome(
    _ limits: DiagnosisLimits
  ) throws(EngineFailure) -> DiagnosisOutcome<Diagnosis<Problem.Plan>> {
    do throws(DiagnosisStop) {
      return .found(try diagnose(limits))
    } catch {
      switch error {
      case .stopped: return .stopped
      case .failed(let failure): throw failure
      }
    }
  }

  /// Finds what collides and what would help.
  ///
  /// The smallest sets of levers that have to give way are those that meet every
  /// conflict. Conflicts are found as they are needed: a set that meets all known ones
  /// and still leaves no plan leads to a conflict not known before.
  ///
  /// - Parameter limits: How many relaxations are asked for.
  /// - Returns: The conflicts and relaxations.
  /// - Throws: `DiagnosisStop` when it stopped early.
  mutating func diagnose(_ limits: DiagnosisLimits) throws(DiagnosisStop)
    -> Diagnosis<Problem.Plan>
  {
    let all = Array(0..<problem.leverCount)
    var conflicts: [Conflict] = []
    var left = all
    while let conflict = try conflict(among: left) {
      conflicts.append(conflict)
      // Nothing can give way where there is no plan at all.
      if conflict.levers.isEmpty { break }
      left.removeAll(where: conflict.levers.contains)
    }
    guard !conflicts.isEmpty else {
      return Diagnosis(conflicts: [], relaxations: [], cheapest: nil, isComplete: true)
    }
    var diagnosis = Diagnosis<Problem.Plan>(
      conflicts: conflicts, relaxations: [], cheapest: nil, isComplete: true)
    for conflict in conflicts { diagnosis.shortfalls.append(try shortfalls(of: conflict)) }
    let negotiable = all.filter { !problem.isLaw($0) }
    // Where law alone collides nothing can give way.
    guard try isPossible(keeping: Set(all).subtracting(negotiable)) else { return diagnosis }
    try findRelaxations(from: conflicts, negotiable: Set(negotiable), limits, &diagnosis)
    if problem.isLeastOfAll {
      diagnosis.cheapest = try relaxation(relaxing: Set(negotiable))
    }
    return diagnosis
  }

  /// By how much each lever of a conflict would have to give way alone.
  private mutating func shortfalls(
    of conflict: Conflict
  ) throws(DiagnosisStop) -> [Shortfall<Problem.Plan>] {
    var found: [Shortfall<Problem.Plan>] = []
    for lever in conflict.levers {
      guard let plan = try least(relaxing: [lever], within: Set(conflict.levers)) else {
        throw .failed(
          EngineFailure("a condition of a conflict is needed and is not, which cannot be."))
      }
      found.append(Shortfall(units: problem.units(of: lever, in: plan), plan: plan))
    }
    return found
  }

  private mutating func findRelaxations(
    from conflicts: [Conflict], negotiable: Set<Int>, _ limits: DiagnosisLimits,
    _ diagnosis: inout Diagnosis<Problem.Plan>
  ) throws(DiagnosisStop) {
    let all = Set(0..<problem.leverCount)
    var sets = HittingSets()
    for conflict in conflicts { sets.add(conflict.levers.filter(negotiable.contains)) }
    var found: [Set<Int>] = []
    var layer: (size: Int, count: Int) = (0, 0)
    search: while true {
      switch sets.smallest() {
      case .none: break search
      case .tooMany:
        diagnosis.isComplete = false
        break search
      case .set(let candidate):
        if candidate.count > layer.size {
          if found.count >= limits.relaxations { break search }
          layer = (candidate.count, 0)
        }
        if try isPossible(keeping: all.subtracting(candidate)) {
          found.append(candidate)
          sets.exclude(candidate)
          layer.count += 1
          if layer.count >= limits.mostSets {
            diagnosis.isComplete = false
            break search
          }
        } else if let conflict = try conflict(among: all.subtracting(candidate).sorted()) {
          sets.add(conflict.levers.filter(negotiable.contains))
        }
      }
    }
    var relaxations: [Relaxation<Problem.Plan>] = []
    for set in found {
      if let relaxation = try relaxation(relaxing: set) { relaxations.append(relaxation) }
    }
    diagnosis.relaxations = Array(
      relaxations.sorted {
        ($0.changes.count, $0.cost) != ($1.changes.count, $1.cost)
          ? ($0.changes.count, $0.cost) < ($1.changes.count, $1.cost)
          : $0.levers.lexicographicallyPrecedes($1.levers)
      }.prefix(limits.relaxations))
  }

  /// The least by which some levers give way when all others are kept.
  private mutating func relaxation(
    relaxing levers: Set<Int>
  ) throws(DiagnosisStop) -> Relaxation<Problem.Plan>? {
    guard let plan = try least(relaxing: levers, within: Set(0..<problem.leverCount)) else {
      return nil
    }
    note(plan)
    let changes = levers.sorted().map { (lever: $0, units: problem.units(of: $0, in: plan)) }
      .filter { $0.units > 0 }
    return Relaxation(
      changes: changes,
      cost: changes.reduce(0) { $0 + $1.units * problem.cost(of: $1.lever) }, plan: plan)
  }

  /// The plan in which levers give way least; nothing when there is none.
  private func least(
    relaxing levers: Set<Int>, within kept: Set<Int>
  ) throws(DiagnosisStop) -> Problem.Plan? {
    let end: PlanSearchEnd<Problem.Plan>
    do throws(EngineFailure) {
      end = try problem.searchLeast(relaxing: levers, within: kept)
    } catch {
      throw .failed(error)
    }
    switch end {
    case .found(let plan): return plan
    case .none: return nil
    case .stopped: throw .stopped
    }
  }
}
