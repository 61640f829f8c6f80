// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore

extension FlowNetwork {
  /// The least cost over all flows, by trying every one, or nothing.
  ///
  /// No capacity may be unlimited.
  func leastCostByEnumeration() -> Int? {
    var left = supplies
    var best: Int?
    // Arcs at which a node is met for the last time: then it has to be even.
    var lastArc = Array(repeating: -1, count: nodeCount)
    for arc in 0..<arcCount {
      lastArc[Int(tails[arc])] = arc
      lastArc[Int(heads[arc])] = arc
    }
    if (0..<nodeCount).contains(where: { lastArc[$0] < 0 && supplies[$0] != 0 }) { return nil }
    func extend(_ arc: Int, _ cost: Int) {
      if arc == arcCount {
        if left.allSatisfy({ $0 == 0 }) { best = min(best ?? cost, cost) }
        return
      }
      let tail = Int(tails[arc])
      let head = Int(heads[arc])
      for flow in lower(of: arc)...capacities[arc] {
        left[tail] -= flow
        left[head] += flow
        let isOpen =
          (lastArc[tail] > arc || left[tail] == 0) && (lastArc[head] > arc || left[head] == 0)
        if isOpen { extend(arc + 1, cost + flow * costs[arc]) }
        left[tail] += flow
        left[head] -= flow
      }
    }
    extend(0, 0)
    return best
  }
}
