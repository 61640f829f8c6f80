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
        // One that is absent or fails is not asked again.
        if let last = runs[index].last, ["absent", "unknown"].contains(last.status) { continue }
        runs[index].append(contestant.solve(file))
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
        if let optimum, abs(optimum - value) > tolerance {
          found.append("\(name) says \(value), another says \(optimum)")
        }
        optimum = optimum ?? value
      }
    }
    // A bound on the wrong side of the optimum is as bad as a wrong value.
    if let optimum, let ours = runs.first {
      for answer in ours.answers {
        guard let bound = answer.bound else { continue }
        let excess = isMaximizing ? optimum - bound : bound - optimum
        if excess > tolerance { found.append("musubi's bound \(bound) excludes \(optimum)") }
      }
    }
    if runs.first?.answers.contains(where: { $0.status == "unknown" }) ?? true {
      found.append("musubi gave no answer")
    }
    return found
  }
}
