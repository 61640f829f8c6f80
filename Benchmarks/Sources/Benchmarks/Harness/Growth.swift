// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// How times grow with the size that a case's name ends with (`…/n=1000`).
enum Growth {
  /// The exponents of each family with three sizes or more, ours and the best
  /// peers': the slope of log time over log size by least squares.
  static func lines(_ results: [CaseResult]) -> [String] {
    var families: [String] = []
    var points: [String: [(size: Double, result: CaseResult)]] = [:]
    for result in results {
      let parts = result.name.split(separator: "/")
      guard let last = parts.last, last.hasPrefix("n="), let size = Double(last.dropFirst(2))
      else { continue }
      let family = parts.dropLast().joined(separator: "/")
      if points[family] == nil { families.append(family) }
      points[family, default: []].append((size, result))
    }
    return families.compactMap { family in
      let all = points[family] ?? []
      guard all.count >= 3 else { return nil }
      let ours = exponent(
        all.compactMap { size, result in
          result.answers.first.map { (size, $0.answer.seconds) }
        })
      let peers = exponent(
        all.compactMap { size, result in
          let peers = result.answers.dropFirst().filter { $0.answer.status == "optimal" }
          return peers.map(\.answer.seconds).min().map { (size, $0) }
        })
      let words = [("musubi", ours), ("best peer", peers)].compactMap { name, slope in
        slope.map { "\(name) n^\($0.formatted(decimals: 2))" }
      }
      return "\(family): " + words.joined(separator: ", ")
    }
  }

  private static func exponent(_ points: [(size: Double, seconds: Double)]) -> Double? {
    let logs = points.filter { $0.seconds > 0 }.map { (log($0.size), log($0.seconds)) }
    guard logs.count >= 3 else { return nil }
    let count = Double(logs.count)
    let x = logs.map(\.0).reduce(0, +) / count
    let y = logs.map(\.1).reduce(0, +) / count
    let spread = logs.map { ($0.0 - x) * ($0.0 - x) }.reduce(0, +)
    guard spread > 0 else { return nil }
    return logs.map { ($0.0 - x) * ($0.1 - y) }.reduce(0, +) / spread
  }
}
