// SPDX-License-Identifier: GPL-3.0-or-later
public import MatchingCore
internal import Wording

/// Reads minimum-cost flow problems of the first DIMACS challenge (`dimacs-min`)
/// and writes their solutions.
///
/// Lines begin with `c` (a remark), `p min nodes arcs`, `n node supply` and
/// `a tail head lower capacity cost`. A negative capacity means no limit, as in
/// the challenge's own generators.
///
/// D. S. Johnson, C. C. McGeoch (eds.), "Network Flows and Matching: First
/// DIMACS Implementation Challenge" (1993).
public enum DIMACSFlow {
  /// Reads a file.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The network; node 1 of the file is node 0.
  /// - Throws: The first fault.
  public static func read(_ bytes: [UInt8]) throws(FileFault) -> FlowNetwork {
    var reader = Reader(scanner: WordScanner(bytes, layout: .lines), byteCount: bytes.count)
    while reader.scanner.nextLine() { try reader.takeLine() }
    return try reader.finish()
  }

  /// Writes a solution: `s cost`, then a line `f tail head flow` for each arc
  /// that carries something, in the order of the arcs.
  ///
  /// - Parameters:
  ///   - solution: What to write.
  ///   - network: What it solves.
  /// - Returns: The file.
  /// - Precondition: The solution has a flow for each arc of the network.
  public static func write(_ solution: FlowSolution, of network: FlowNetwork) -> [UInt8] {
    precondition(solution.flows.count == network.arcCount, "The solution is of another network.")
    var text = "s \(solution.cost)\n"
    for (arc, flow) in solution.flows.enumerated() where flow != 0 {
      text += "f \(network.tails[arc] + 1) \(network.heads[arc] + 1) \(flow)\n"
    }
    return Array(text.utf8)
  }

  private struct Reader {
    var scanner: WordScanner
    let byteCount: Int
    var arcCount = 0
    var hasProblem = false
    var supplies: [Int] = []
    var hasSupply: [Bool] = []
    var tails: [Int32] = []
    var heads: [Int32] = []
    var lowers: [Int] = []
    var capacities: [Int] = []
    var costs: [Int] = []

    mutating func takeLine() throws(FileFault) {
      switch try scanner.letter("c, p, n or a at the start of a line") {
      case UInt8(ascii: "c"): return
      case UInt8(ascii: "p"): try takeProblem()
      case UInt8(ascii: "n"): try takeNode()
      case UInt8(ascii: "a"): try takeArc()
      default: throw scanner.missing("c, p, n or a at the start of the line")
      }
      try scanner.end("the end of the line")
    }

    private mutating func takeProblem() throws(FileFault) {
      guard !hasProblem else { throw scanner.missing("only one p line") }
      let kind = try scanner.word("min")
      guard kind == "min" else {
        throw FileFault(line: scanner.line, token: kind, expected: "min")
      }
      let nodes = try scanner.wholeNumber(
        in: 0...FlowNetwork.greatestNodeCount, "the number of nodes,")
      arcCount = try scanner.wholeNumber(
        in: 0...FlowNetwork.greatestArcCount, "the number of arcs,")
      hasProblem = true
      supplies = Array(repeating: 0, count: nodes)
      hasSupply = Array(repeating: false, count: nodes)
      // An arc takes 12 bytes at least, so that a wrong number reserves no more
      // than the file can fill.
      let likely = min(arcCount, byteCount / 12)
      tails.reserveCapacity(likely)
      heads.reserveCapacity(likely)
      lowers.reserveCapacity(likely)
      capacities.reserveCapacity(likely)
      costs.reserveCapacity(likely)
    }

    private mutating func takeNode() throws(FileFault) {
      guard hasProblem else { throw scanner.missing("a p line before n lines") }
      let node = try scanner.wholeNumber(in: 1...max(1, supplies.count), "a node") - 1
      guard node < supplies.count, !hasSupply[node] else {
        throw FileFault(
          line: scanner.line, token: "\(node + 1)", expected: "a node that has no n line yet")
      }
      let most = FlowNetwork.greatestMagnitude
      supplies[node] = try scanner.wholeNumber(in: -most...most, "a supply")
      hasSupply[node] = true
    }

    private mutating func takeArc() throws(FileFault) {
      guard hasProblem else { throw scanner.missing("a p line before a lines") }
      guard !supplies.isEmpty else { throw scanner.missing("no arcs among no nodes") }
      let most = FlowNetwork.greatestMagnitude
      let tail = try scanner.wholeNumber(in: 1...supplies.count, "the tail of an arc, a node")
      let head = try scanner.wholeNumber(in: 1...supplies.count, "the head of an arc, a node")
      let lower = try scanner.wholeNumber(in: -most...most, "a lower bound")
      let capacity = try scanner.wholeNumber(in: -most...most, "a capacity")
      let isUnlimited = capacity < 0 && capacity < lower
      guard isUnlimited || capacity >= lower else {
        throw FileFault(
          line: scanner.line, token: "\(capacity)", expected: "a capacity of at least \(lower)")
      }
      tails.append(Int32(tail - 1))
      heads.append(Int32(head - 1))
      lowers.append(lower)
      capacities.append(isUnlimited ? FlowNetwork.unlimited : capacity)
      costs.append(try scanner.wholeNumber(in: -most...most, "the cost of an arc"))
    }

    func finish() throws(FileFault) -> FlowNetwork {
      guard hasProblem else {
        throw FileFault(line: nil, token: nil, expected: "a line \"p min nodes arcs\"")
      }
      guard tails.count == arcCount else {
        throw FileFault(
          line: nil, token: nil, expected: "\(arcCount) a lines; there are \(tails.count)")
      }
      do {
        return try FlowNetwork(
          supplies: supplies, tails: tails, heads: heads, lowers: lowers,
          capacities: capacities, costs: costs)
      } catch {
        throw FileFault(
          line: nil, token: nil,
          expected: "costs and amounts whose sums keep to 2⁶⁰; found \(String(describing: error))")
      }
    }
  }
}
