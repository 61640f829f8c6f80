// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// The answers to one case.
struct CaseResult {
  var name: String
  var group: String
  var growth: (sweep: String, size: Double)?
  /// In the order of the contestants, the median run of each.
  var answers: [(name: String, answer: Answer)]
  /// What is wrong with values; empty if nothing is.
  var complaints: [String]

  /// Our time over the best peer's, among peers whose answer is as good as ours.
  var ratio: Double? {
    guard let ours = answers.first?.answer, ours.status == "optimal", ours.seconds > 0 else {
      return nil
    }
    let peers = answers.dropFirst().filter { $0.answer.status == "optimal" }
    return peers.map(\.answer.seconds).min().map { ours.seconds / $0 }
  }

  /// What the ratio is below, when every peer that is there ran into its limit.
  var ratioBound: Double? {
    guard let ours = answers.first?.answer, ours.status == "optimal", ours.seconds > 0,
      ratio == nil
    else { return nil }
    let peers = answers.dropFirst().map(\.answer).filter { $0.status != "absent" }
    return peers.map(\.seconds).filter { $0 > 0 }.min().map { ours.seconds / $0 }
  }
}

extension BenchmarkCase {
  /// Solves the case with every contestant in turn, round by round, so that a
  /// change of the machine's speed meets all alike.
  func run() throws -> CaseResult {
    let folder = Folders.instances
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name.replacing("/", with: "_"))
    try write(file)
    defer { try? FileManager.default.removeItem(at: file) }
    var runs: [[Answer]] = contestants.map { _ in [] }
    for _ in 0..<rounds {
      for (index, contestant) in contestants.enumerated() {
        // One that is absent, fails, runs into its limit or needs minutes is not
        // asked again.
        if let last = runs[index].last,
          ["absent", "unknown", "feasible", "stopped"].contains(last.status) || last.seconds > 60
        {
          continue
        }
        let answer = contestant.solve(file)
        runs[index].append(answer)
        if answer.seconds > 10 {
          note("  \(name): \(contestant.name) \(Table.figures(answer))")
        }
      }
    }
    let answers = zip(contestants, runs).map { contestant, answers in
      let sorted = answers.sorted { $0.seconds < $1.seconds }
      return (name: contestant.name, answer: sorted[sorted.count / 2])
    }
    return CaseResult(
      name: name, group: group, growth: growth, answers: answers,
      complaints: complaints(about: zip(contestants, runs).map { ($0.name, $1) }))
  }

  /// Optimal answers that differ, and bounds that contradict values.
  private func complaints(about runs: [(name: String, answers: [Answer])]) -> [String] {
    var optimum = knownOptimum
    var found: [String] = []
    for (name, answers) in runs {
      for answer in answers where answer.status == "optimal" {
        guard let value = answer.objective else {
          found.append("\(name) says optimal without a value")
          continue
        }
        if let optimum, abs(optimum - value) > allowance(at: optimum) {
          found.append("\(name) says \(value), another says \(optimum)")
        }
        optimum = optimum ?? value
      }
    }
    // A bound on the wrong side of a value is as bad as a wrong value.
    let values = runs.flatMap(\.answers).compactMap(\.objective) + (knownOptimum.map { [$0] } ?? [])
    if let best = isMaximizing ? values.max() : values.min(), let ours = runs.first {
      for answer in ours.answers {
        guard let bound = answer.bound else { continue }
        let excess = isMaximizing ? best - bound : bound - best
        if excess > tolerance { found.append("musubi's bound \(bound) excludes \(best)") }
      }
    }
    if runs.first?.answers.contains(where: { $0.status == "unknown" }) ?? true {
      found.append("musubi gave no answer")
    }
    return found
  }

  /// How far another value may lie from this one.
  private func allowance(at value: Double) -> Double {
    max(tolerance, relativeTolerance * abs(value))
  }
}
