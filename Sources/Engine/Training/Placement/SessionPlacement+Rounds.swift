// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

extension SessionPlacement {
  /// Places the sessions of a coarse plan several times over, and keeps the best.
  ///
  /// Patterns with little to choose from go first; after each round those go earlier
  /// whose people were left over (Joslin and Clements, "Squeaky Wheel Optimization",
  /// 1999).
  ///
  /// - Parameters:
  ///   - plan: An assignment of the coarse formulation.
  ///   - formulation: The coarse formulation.
  ///   - classes: The classes that it was made from.
  ///   - isThorough: Whether to move sessions and groups for the goals' sake once all are
  ///     placed.
  ///   - isOver: Asked before each session; true ends it.
  /// - Returns: The placement that leaves the fewest people over, by priority.
  static func best(
    of plan: Assignment, _ formulation: TrainingFormulation, _ classes: [TrainingClass],
    isThorough: Bool = true, isOver: () -> Bool
  ) -> SessionPlacement {
    let tables = PlacementTables(plan, of: formulation, classes)
    let ledger = SiteLedger(tables.year, span: tables.span)
    var room = tables.room
    var scarce: Set<Int> = []
    var roundsInVain = 0
    var best: (placement: SessionPlacement, missing: Int)?
    for _ in 0..<mostRounds {
      let order = room.indices.filter { tables.open[$0] > 0 && !tables.isForPartners($0) }
        .sorted { (room[$0], $0) < (room[$1], $1) }
      var placement = SessionPlacement(tables, ledger, scarce: scarce)
      placement.run(order, isOver: isOver)
      let missing = tables.weight(of: placement.demands)
      roundsInVain += 1
      if best.map({ missing < $0.missing }) ?? true {
        best = (placement, missing)
        roundsInVain = 0
      }
      if missing == 0 || roundsInVain == mostRoundsInVain || isOver() { break }
      for (pattern, demand) in placement.demands.enumerated() where !demand.isEmpty {
        room[pattern] /= 2
        scarce.insert(pattern)
      }
    }
    var placement = best?.placement ?? SessionPlacement(tables, ledger)
    if isThorough {
      placement.rearrange(isOver: isOver)
      if placement.move(isOver: isOver) { placement.rearrange(isOver: isOver) }
    }
    if tables.year.training.objective.contains(.mixing) { placement.mixMore(isOver: isOver) }
    return placement
  }

  private static var mostRounds: Int { 16 }
  private static var mostRoundsInVain: Int { 4 }

  /// Sessions of patterns for which not everybody found a place, with the pattern.
  var crowdedSessions: [Int: Int] {
    var found: [Int: Int] = [:]
    for (pattern, demand) in demands.enumerated() where !demand.isEmpty {
      for candidate in tables.candidates[pattern] { found[candidate.session] = pattern }
    }
    return found
  }
}
