// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds smallest sets that meet every conflict.
struct HittingSets {
  /// What may be chosen of each conflict, ascending; none of them is empty.
  private(set) var conflicts: [[Int]] = []
  /// Sets that no answer may contain.
  private(set) var excluded: [Set<Int>] = []
  /// Nodes of the search before it gives up.
  private static let mostNodes = 200_000

  mutating func add(_ conflict: [Int]) { conflicts.append(conflict) }

  mutating func exclude(_ set: Set<Int>) { excluded.append(set) }

  enum Answer: Equatable {
    case set(Set<Int>)
    case none
    /// There are too many to look through.
    case tooMany
  }

  /// A smallest set that meets every conflict and contains no excluded set; among
  /// equals the first by the order of the conflicts and their members.
  func smallest() -> Answer {
    let most = conflicts.count
    var size = disjointConflicts
    var nodes = 0
    while size <= most {
      var chosen: [Int] = []
      if search(size, &chosen, &nodes) { return .set(Set(chosen)) }
      if nodes > Self.mostNodes { return .tooMany }
      size += 1
    }
    return .none
  }

  /// No set with fewer members meets every conflict.
  private var disjointConflicts: Int {
    var met: Set<Int> = []
    var count = 0
    for conflict in conflicts where met.isDisjoint(with: conflict) {
      met.formUnion(conflict)
      count += 1
    }
    return count
  }

  private func search(_ size: Int, _ chosen: inout [Int], _ nodes: inout Int) -> Bool {
    nodes += 1
    guard nodes <= Self.mostNodes else { return false }
    guard !excluded.contains(where: { $0.isSubset(of: chosen) }) else { return false }
    guard let open = conflicts.first(where: { !$0.contains(where: chosen.contains) }) else {
      return true
    }
    guard chosen.count < size else { return false }
    for member in open {
      chosen.append(member)
      if search(size, &chosen, &nodes) { return true }
      chosen.removeLast()
    }
    return false
  }
}
