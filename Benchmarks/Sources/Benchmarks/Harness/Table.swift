// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// Prints results: a row a case, a line a group.
enum Table {
  static func row(_ result: CaseResult) -> String {
    var cells = [result.name.padded(to: 44)]
    for (name, answer) in result.answers {
      cells.append("\(name) \(figures(answer))")
    }
    if let ratio = result.ratio { cells.append("ratio \(ratio.formatted(decimals: 2))") }
    if let bound = result.ratioBound {
      cells.append("ratio below \(bound.formatted(decimals: 4))")
    }
    return cells.joined(separator: " | ")
  }

  static func figures(_ answer: Answer) -> String {
    if answer.status == "absent" { return "absent" }
    let isLimited = ["feasible", "stopped", "unknown"].contains(answer.status)
    var words = ["\(isLimited ? "> " : "")\(answer.seconds.formatted(decimals: 3)) s"]
    if let value = answer.objective { words.append(value.formatted(decimals: 0)) }
    if answer.status != "optimal" {
      words.append(answer.status)
      if let bound = answer.bound { words.append("bound \(bound.formatted(decimals: 1))") }
    }
    if let bytes = answer.peakBytes { words.append("\(bytes >> 20) MiB") }
    for (name, figure) in (answer.extra ?? [:]).sorted(by: { $0.key < $1.key }) {
      words.append("\(name) \(figure.formatted(decimals: 3))")
    }
    return words.joined(separator: ", ")
  }

  /// The geometric mean and the greatest of a group's ratios; one of which only
  /// an upper bound is known counts with that.
  static func summary(of group: String, _ results: [CaseResult]) -> String {
    let ratios = results.compactMap { $0.ratio ?? $0.ratioBound }
    guard let greatest = ratios.max() else { return "\(group): no ratio" }
    let mean = exp(ratios.map { log($0) }.reduce(0, +) / Double(ratios.count))
    return "\(group): ratio to the best peer \(mean.formatted(decimals: 2)) in geometric mean, "
      + "\(greatest.formatted(decimals: 2)) at most, over \(ratios.count) instances"
  }
}

extension Double {
  /// With a fixed number of digits behind the point.
  func formatted(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}

extension String {
  /// With spaces behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
