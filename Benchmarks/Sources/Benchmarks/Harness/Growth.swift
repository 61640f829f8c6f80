// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// How time and memory grow over a sweep of sizes: the exponent of a power law,
/// fitted by least squares to the logarithms.
enum Growth {
  /// A line for each sweep of at least three sizes, in the order of the table.
  static func lines(_ results: [CaseResult]) -> [String] {
    let results = results.map { result in
      var result = result
      result.growth = result.growth ?? growth(fromName: result.name)
      return result
    }
    var sweeps: [String] = []
    for result in results {
      if let sweep = result.growth?.sweep, !sweeps.contains(sweep) { sweeps.append(sweep) }
    }
    return sweeps.compactMap { sweep in
      line(sweep, results.filter { $0.growth?.sweep == sweep })
    }
  }

  /// A name such as `dense/uniform/n=1000` is a step of the sweep before `n=`.
  private static func growth(fromName name: String) -> (sweep: String, size: Double)? {
    let parts = name.split(separator: "/")
    guard let last = parts.last, last.hasPrefix("n="), let size = Double(last.dropFirst(2))
    else { return nil }
    return (parts.dropLast().joined(separator: "/"), size)
  }

  private static func line(_ sweep: String, _ results: [CaseResult]) -> String? {
    guard results.count >= 3, let contestants = results.first?.answers.map(\.name) else {
      return nil
    }
    let words = contestants.compactMap { name -> String? in
      var times: [(Double, Double)] = []
      var sizes: [(Double, Double)] = []
      var processor: [(Double, Double)] = []
      for result in results {
        guard let size = result.growth?.size,
          let answer = result.answers.first(where: { $0.name == name })?.answer,
          answer.status == "optimal"
        else { continue }
        if answer.seconds > 0 { times.append((size, answer.seconds)) }
        if let bytes = answer.peakBytes { sizes.append((size, Double(bytes))) }
        if let used = answer.extra?["cpu s"], used > 0 { processor.append((size, used)) }
      }
      guard let time = exponent(times) else { return nil }
      let memory = exponent(sizes).map { ", memory \($0.formatted(decimals: 2))" } ?? ""
      let cpu = exponent(processor).map { ", processor time \($0.formatted(decimals: 2))" } ?? ""
      return "\(name) time \(time.formatted(decimals: 2))\(cpu)\(memory)"
    }
    return "growth over \(sweep), exponents: " + words.joined(separator: " | ")
  }

  /// The slope of log *y* over log *x*; nothing from fewer than three points.
  private static func exponent(_ points: [(Double, Double)]) -> Double? {
    guard points.count >= 3 else { return nil }
    let logs = points.map { (log($0.0), log($0.1)) }
    let count = Double(logs.count)
    let (meanX, meanY) = (
      logs.map(\.0).reduce(0, +) / count, logs.map(\.1).reduce(0, +) / count
    )
    let spread = logs.map { ($0.0 - meanX) * ($0.0 - meanX) }.reduce(0, +)
    guard spread > 0 else { return nil }
    return logs.map { ($0.0 - meanX) * ($0.1 - meanY) }.reduce(0, +) / spread
  }
}
