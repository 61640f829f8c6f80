// SPDX-License-Identifier: GPL-3.0-or-later

extension NetworkSimplex {
  public mutating func labSolve() -> Int {
    let end = pivotToTheEnd()
    if case .endless = end { return -1 }
    var flows = [Int](repeating: 0, count: arcCount)
    for position in 0..<arcCount {
      let arc = arc(at: position)
      let record = unsafe records[position]
      flows[arc] = network.lower(of: arc)
      if record.tail != record.head, record.tail != network.tails[arc] {
        flows[arc] = network.capacities[arc]
      }
    }
    for node in 0..<nodeCount {
      let n = unsafe joints[node]
      if Int(n.arc) < arcCount {
        let arc = arc(at: Int(n.arc))
        flows[arc] = network.lower(of: arc) + (network.tails[arc] == node ? n.down : n.up)
      } else if unsafe records[Int(n.arc)].tail == node ? n.down != 0 : n.up != 0 {
        return -2
      }
    }
    var total = 0
    for arc in 0..<arcCount { total += flows[arc] * network.costs[arc] }
    return total
  }
}
