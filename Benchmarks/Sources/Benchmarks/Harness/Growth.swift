// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// How our time grows with the size, over rows that differ in `n=…` alone.
enum Growth {
  /// A line for each family of at least three sizes: the exponent *e* for which
  /// seconds ≈ *c* *n*ᵉ fits best (least squares of logarithms).
  static func lines(_ results: [CaseResult]) -> [String] {
    var families: [(name: String, points: [(size: Double, seconds: Double)])] = []
    for result in results {
      let parts = result.name.split(separator: "/")
      guard let last = parts.last, last.hasPrefix("n="), let size = Double(last.dropFirst(2)),
        let answer = result.answers.first?.answer, answer.seconds > 0
      else { continue }
      let name = parts.dropLast().joined(separator: "/")
      let index = families.firstIndex { $0.name == name } ?? families.count
      if index == families.count { families.append((name, [])) }
      families[index].points.append((size, answer.seconds))
    }
    return families.filter { $0.points.count >= 3 }.map { family in
      "\(family.name): seconds grow as n^\(exponent(family.points).formatted(decimals: 2))"
    }
  }

  private static func exponent(_ points: [(size: Double, seconds: Double)]) -> Double {
    let logarithms = points.map { (x: log($0.size), y: log($0.seconds)) }
    let count = Double(points.count)
    let meanX = logarithms.map(\.x).reduce(0, +) / count
    let meanY = logarithms.map(\.y).reduce(0, +) / count
    let covariance = logarithms.map { ($0.x - meanX) * ($0.y - meanY) }.reduce(0, +)
    let variance = logarithms.map { ($0.x - meanX) * ($0.x - meanX) }.reduce(0, +)
    return covariance / variance
  }
}
