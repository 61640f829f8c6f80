// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// Moves in words.
extension ComparedColumns {
  /// Most moves that the terminal shows of one plan.
  private static let mostMoves = 20
  /// Most groups that a line names.
  private static let mostNamed = 8

  /// Such as `3 people move`, or `2 groups (7 people) move`.
  func movers(_ moves: [Move]) -> String {
    let size = size(of: moves.reduce(0) { $0 + $1.people })
    return "\(counted(moves.count, movers.one, movers.many))\(size) "
      + (moves.count == 1 ? movers.does : movers.severalDo)
  }

  /// Who moves from where to where, as far as the terminal shows it.
  func lines(of moves: [Move]) -> [String] {
    let alike = together(moves)
    var lines = alike.prefix(Self.mostMoves).flatMap(line(for:))
    if alike.count > Self.mostMoves {
      let rest = alike.dropFirst(Self.mostMoves).reduce(0) { $0 + $1.count }
      lines.append("  and \(grouped(rest)) more.")
    }
    return lines
  }

  /// What is counted of those that move, such as ` (7 people)`; empty where each is one.
  private func size(of weight: Int) -> String {
    movers.weight.map { " (\(counted(weight, $0.one, $0.many)))" } ?? ""
  }

  /// Groups that move from the same to the same for the same reason, told in one line;
  /// persons are told one by one.
  private func together(_ moves: [Move]) -> [[Move]] {
    guard movers.tellsWhy else { return moves.map { [$0] } }
    var positions: [Move: Int] = [:]
    var found: [[Move]] = []
    for move in moves {
      let likeness = Move(kind: "", id: "", people: 0, from: move.from, to: move.to, why: move.why)
      if let position = positions[likeness] {
        found[position].append(move)
      } else {
        positions[likeness] = found.count
        found.append([move])
      }
    }
    return found
  }

  private func line(for moves: [Move]) -> [String] {
    guard let move = moves.first else { return [] }
    let people = moves.reduce(0) { $0 + $1.people }
    let rest = moves.count - Self.mostNamed
    let names =
      moves.prefix(Self.mostNamed).map(\.id).joined(separator: ", ")
      + (rest > 0 ? " and \(grouped(rest)) more" : "")
    return ["  \(names)\(size(of: people)): \(words(move.from)) → \(words(move.to))"]
      + (move.why == "" ? [] : ["    \(move.why)"])
  }

  private func words(_ place: PlannedScenario.Place?) -> String {
    place.map { phrase($0.cells) } ?? nowhere
  }
}
