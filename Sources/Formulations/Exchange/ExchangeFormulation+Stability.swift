// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

/// What schools think of each other.
package struct ExchangePreferences: Sendable {
  /// Of each pair, by position: how the school in Japan and that abroad see the other.
  private let appeals: [(japan: Appeal, abroad: Appeal)]

  /// Ordered by wishes, then by points.
  struct Appeal: Hashable, Sendable {
    var wish: Int
    var points: Int32

    func isBetter(than other: Appeal) -> Bool {
      wish < other.wish || wish == other.wish && points > other.points
    }
  }

  package init(_ eligibility: ExchangeEligibility) {
    let test = ExchangePairTest(eligibility.year, eligibility.weeks)
    appeals = eligibility.pairs.map { pair in
      let (japan, abroad) = (Int(pair.japan), Int(pair.abroad))
      return (
        Appeal(wish: test.wish(of: japan, for: abroad), points: pair.points),
        Appeal(wish: test.wish(of: abroad, for: japan), points: pair.points)
      )
    }
  }

  /// Whether the school that two pairs share would rather be in the first one.
  package func prefers(_ pair: Int, to other: Int, inJapan: Bool) -> Bool {
    inJapan
      ? appeals[pair].japan.isBetter(than: appeals[other].japan)
      : appeals[pair].abroad.isBetter(than: appeals[other].abroad)
  }
}

extension ExchangeFormulation {
  /// Whether goals are about who would rather have whom.
  private var isAboutStability: Bool {
    data.objective.contains { ExchangeGoal.stability.contains($0) }
  }

  /// The goals `blocking-pairs` and `ranks`.
  ///
  /// A pair that are no partners blocks unless one of the two has as many partners as it
  /// takes, each at least as good to it: `content` may be 1 only then. That is linear,
  /// since blocking pairs are as few as can be (compare Baïou and Balinski, "The stable
  /// admissions polytope", 2000).
  mutating func addStability() {
    guard isAboutStability else { return }
    let preferences = ExchangePreferences(eligibility)
    let own = pairsOfSchools
    let rule = ExchangeGoal.blockingPairs.rawValue
    var blocking = Tier(name: rule, sense: .minimize, terms: [])
    for pair in eligibility.pairs.indices {
      let schools = eligibility.pairs[pair].schools
      let origin = Origin(rule: rule, subjects: names(pair))
      let column = program.addColumn(
        named: "blocks(\(names(pair).joined(separator: ",")))", in: 0...1, origin: origin)
      blocking.terms.append(Term(column, 1))
      var row = [Term(column, 1)] + partnership(pair)
      for (school, inJapan) in [(schools.japan, true), (schools.abroad, false)] {
        let asGood = own[school].filter {
          $0 != pair && !preferences.prefers(pair, to: $0, inJapan: inJapan)
        }.flatMap { partnership($0) }
        let most = data.schools[school].partners
        guard most > 1 else {
          row += asGood
          continue
        }
        guard asGood.count >= most else { continue }
        let content = program.addColumn(
          named: "content(\(([id(school)] + names(pair)).joined(separator: ",")))", in: 0...1,
          origin: origin)
        contents.append((content, asGood, most))
        program.addRow(
          named: "content(\(([id(school)] + names(pair)).joined(separator: ",")))",
          terms: asGood + [Term(content, -Int64(most))], lower: 0, origin: origin)
        row.append(Term(content, 1))
      }
      blocks.append((column, row))
      program.addRow(
        named: "blocks(\(names(pair).joined(separator: ",")))", terms: row, lower: 1,
        origin: origin)
    }
    var ranks = Tier(name: ExchangeGoal.ranks.rawValue, sense: .minimize, terms: [])
    for school in data.abroad {
      let pairs = own[school]
      ranks.constant += Int64(min(data.schools[school].partners, pairs.count) * pairs.count)
      for pair in pairs {
        let better = pairs.count { preferences.prefers($0, to: pair, inJapan: false) }
        ranks.terms += partnership(pair).map { Term($0.column, Int64(better - pairs.count)) }
      }
    }
    objectives[blocking.name] = blocking
    objectives[ranks.name] = ranks
  }

  /// The pairs of each school, by position.
  private var pairsOfSchools: [[Int]] {
    var own = [[Int]](repeating: [], count: data.schools.count)
    for (index, pair) in eligibility.pairs.enumerated() {
      own[Int(pair.japan)].append(index)
      own[Int(pair.abroad)].append(index)
    }
    return own
  }

  /// The values of the columns of stability that go with chosen partnerships.
  func completeStability(_ values: inout [Int64]) {
    func sum(_ terms: [Term]) -> Int64 { terms.reduce(0) { $0 + values[$1.column.index] } }
    for (column, asGood, most) in contents {
      values[column.index] = sum(asGood) >= Int64(most) ? 1 : 0
    }
    for (column, row) in blocks {
      values[column.index] = 0
      values[column.index] = sum(row) >= 1 ? 0 : 1
    }
  }
}
