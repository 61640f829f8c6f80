// SPDX-License-Identifier: GPL-3.0-or-later
public import MatchingCore
internal import Wording

/// Reads and writes the generalized assignment files of the OR-Library, which
/// other collections use too.
///
/// A problem is *m* and *n*, *m* rows of *n* costs, *m* rows of *n* weights, and
/// *m* capacities; a file is one problem, or a number of problems and then these.
/// Whether costs are to be small or large does not stand in the file.
///
/// J. E. Beasley, "OR-Library: distributing test problems by electronic mail",
/// J. Oper. Res. Soc. 41 (1990).
public enum ORLibraryGeneralizedAssignment {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - sense: What is wanted of the costs.
  /// - Returns: The problems in their order.
  /// - Throws: The first fault.
  public static func read(
    _ bytes: [UInt8], sense: GeneralizedAssignment.Sense
  ) throws(FileFault) -> [GeneralizedAssignment] {
    // Only the count of all words tells the two layouts apart.
    let words = countWords(bytes)
    var scanner = WordScanner(bytes, layout: .words)
    let first = try scanner.wholeNumber(
      in: 0...mostLines, "the number of problems, or of agents")
    guard words > 1 else {
      if first == 0 { return [] }
      throw scanner.missing("the number of agents of problem \(1)")
    }
    let second = try scanner.wholeNumber(in: 0...mostLines, "the number of agents, or of tasks")
    let (cells, overflows) = first.multipliedReportingOverflow(by: 2 * second + 1)
    if !overflows, words == 2 + cells {
      return [try problem(agents: first, tasks: second, sense, &scanner, number: 1)]
    }
    var problems: [GeneralizedAssignment] = []
    var agents = second
    for number in 1...max(1, first) {
      if number > 1 {
        agents = try scanner.wholeNumber(
          in: 0...mostLines, "the number of agents of problem \(number)")
      }
      let tasks = try scanner.wholeNumber(
        in: 0...mostLines, "the number of tasks of problem \(number)")
      problems.append(
        try problem(agents: agents, tasks: tasks, sense, &scanner, number: number))
    }
    try scanner.end("the end of the file after \(first) problems")
    return problems
  }

  /// Writes a solution: the value, then the agent of each task from 1.
  public static func text(of solution: GeneralizedSolution) -> String {
    "\(solution.value)\n" + solution.agents.map { String($0 + 1) }.joined(separator: " ") + "\n"
  }

  private static let mostLines = GeneralizedAssignment.mostTasks

  private static func problem(
    agents: Int, tasks: Int, _ sense: GeneralizedAssignment.Sense, _ scanner: inout WordScanner,
    number: Int
  ) throws(FileFault) -> GeneralizedAssignment {
    let largest = GeneralizedAssignment.largestNumber
    func table(
      _ range: ClosedRange<Int>, _ expected: (_ agent: Int, _ task: Int) -> Sentence
    ) throws(FileFault) -> [[Int]] {
      var rows: [[Int]] = []
      for agent in 0..<agents {
        var row: [Int] = []
        for task in 0..<tasks {
          row.append(try scanner.wholeNumber(in: range, expected(agent + 1, task + 1)))
        }
        rows.append(row)
      }
      return rows
    }
    let costs = try table(-largest...largest) {
      Sentence("the cost of agent \($0) for task \($1) of problem \(number)")
    }
    let weights = try table(0...largest) {
      Sentence("the weight of agent \($0) for task \($1) of problem \(number)")
    }
    var capacities: [Int] = []
    for agent in 0..<agents {
      capacities.append(
        try scanner.wholeNumber(
          in: 0...(1 << 62), "the capacity of agent \(agent + 1) of problem \(number)"))
    }
    do throws(GeneralizedAssignment.Invalid) {
      return try GeneralizedAssignment(
        checking: sense, costs: costs, weights: weights, capacities: capacities)
    } catch {
      throw FileFault(
        line: scanner.line, token: nil,
        expected: "at most \(GeneralizedAssignment.mostCells) cells in problem \(number)")
    }
  }

  private static func countWords(_ bytes: [UInt8]) -> Int {
    var count = 0
    var isInWord = false
    for byte in bytes {
      let isBlank = byte == 32 || (9...13).contains(byte)
      if !isBlank && !isInWord { count += 1 }
      isInWord = !isBlank
    }
    return count
  }
}
