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
  func movers(_ moves: [Move]) -> Sentence {
    movers.move(moves.count, moves.reduce(0) { $0 + $1.people })
  }

  /// Who moves from where to where, as far as the terminal shows it.
  func lines(of moves: [Move]) -> [String] {
    let alike = together(moves)
    var lines = alike.prefix(Self.mostMoves).flatMap(line(for:))
    if alike.count > Self.mostMoves {
      let rest = alike.dropFirst(Self.mostMoves).reduce(0) { $0 + $1.count }
      lines.append(localized("  and \(grouped(rest)) more."))
    }
    return lines
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
    let named = Listing(moves.prefix(Self.mostNamed).map(\.id), .plain)
    let names: Sentence = rest > 0 ? "\(named) and \(grouped(rest)) more" : "\(named)"
    let (from, to) = (words(move.from), words(move.to))
    let line: Sentence =
      if let weight = movers.weight {
        "  \(names) (\(weight.inWords(people))): \(from) → \(to)"
      } else {
        "  \(names): \(from) → \(to)"
      }
    return [localized(line)] + (move.why == "" ? [] : ["    \(move.why)"])
  }

  /// A place in words, or what is said of somebody without one.
  func words(_ place: PlannedScenario.Place?) -> Sentence {
    place.map { phrase($0.cells) } ?? nowhere
  }
}
