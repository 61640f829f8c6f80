// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
internal import Wording

extension TeacherExchange: ReportedProblem {
  package static var problem: PlanProblem { .exchange }

  package static func figures(of plan: ExchangePlan?, in year: ProgrammeYear) -> [Int64] {
    let partnerships = plan?.partnerships ?? []
    let partnered = Set(partnerships.flatMap { [$0.pair.japan, $0.pair.abroad] })
    return [
      Int64(year.exchange.schools.count), Int64(partnered.count), Int64(partnerships.count),
      partnerships.reduce(0) { $0 + Int64($1.ways?.visits ?? 0) },
    ]
  }

  package static func rows(of plan: ExchangePlan, in year: ProgrammeYear) -> [[String]] {
    let schools = year.exchange.schools
    return plan.partnerships.map { partnership in
      [
        schools[partnership.pair.japan].id, schools[partnership.pair.abroad].id,
        partnership.toJapan?.description ?? "", partnership.fromJapan?.description ?? "",
      ]
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  package static func moves(
    from base: ExchangePlan, of baseYear: ProgrammeYear, to plan: ExchangePlan,
    of year: ProgrammeYear
  ) -> [Move] {
    let (before, after) = (lists(of: base, in: baseYear), lists(of: plan, in: year))
    return Set(before.keys).union(after.keys).sorted().compactMap { id in
      let (from, to) = (before[id], after[id])
      return from == to
        ? nil
        : Move(
          kind: "school", id: id, from: from.map { PlannedScenario.Place($0) },
          to: to.map { PlannedScenario.Place($0) })
    }
  }

  /// The partners of each school that has any, with semicolons, by identifier.
  private static func lists(of plan: ExchangePlan, in year: ProgrammeYear) -> [String: String] {
    let schools = year.exchange.schools
    var partners: [String: [String]] = [:]
    for pair in plan.partnerships.map(\.pair) {
      let (japan, abroad) = (schools[pair.japan].id, schools[pair.abroad].id)
      partners[japan, default: []].append(abroad)
      partners[abroad, default: []].append(japan)
    }
    return partners.mapValues { $0.sorted().joined(separator: ";") }
  }

  package static func carried(
    _ plan: ExchangePlan, from year: ProgrammeYear, to other: ProgrammeYear
  ) -> ExchangePlan? {
    let names = other.exchange.schools.enumerated().map { ($1.id, $0) }
    let places = Dictionary(names, uniquingKeysWith: { first, _ in first })
    return ExchangePlan(
      plan.partnerships.compactMap { partnership in
        guard let japan = places[year.exchange.schools[partnership.pair.japan].id],
          let abroad = places[year.exchange.schools[partnership.pair.abroad].id],
          other.exchange.schools[japan].isInJapan, !other.exchange.schools[abroad].isInJapan
        else { return nil }
        return Partnership(
          SchoolPair(japan: japan, abroad: abroad), toJapan: partnership.toJapan,
          fromJapan: partnership.fromJapan)
      })
  }

  package static func negotiable(in year: ProgrammeYear) -> [WordedNumber] {
    let rules = year.exchange.rules
    var numbers: [WordedNumber] = []
    if rules[.prefectureWeek] != .off {
      numbers.append(
        WordedNumber(groupsOfWeek, Sentence("one more group at a time in each prefecture")))
    }
    if rules[.prefectureYear] != .off, rules.pairsOfYear != nil {
      numbers.append(
        WordedNumber(pairsOfYear, Sentence("one more partnership in the year for each prefecture")))
    }
    if rules[.countries] != .off {
      numbers.append(
        WordedNumber(
          pairsOfCountry, Sentence("one partnership fewer that each country has to have")))
    }
    if rules[.size] != .off {
      numbers.append(
        WordedNumber(
          mostRatio, Sentence("one more in the ratio of pupils between two partners")))
    }
    if rules[.rotation] != .off {
      numbers.append(
        WordedNumber(
          restYears, Sentence("one year less for which a prefecture rests after hosting")))
    }
    return numbers
  }

  static let groupsOfWeek = YearNumber(
    "exchange.rules.prefecture-week.groups", .count(\.exchange.rules.groupsOfWeek),
    in: 0...1_000, idle: 1_000)
  static let pairsOfYear = YearNumber(
    "exchange.rules.prefecture-year.partnerships", .optionalCount(\.exchange.rules.pairsOfYear),
    in: 0...100_000, idle: 100_000)
  static let pairsOfCountry = YearNumber(
    "exchange.rules.countries.partnerships", .count(\.exchange.rules.pairsOfCountry),
    in: 0...10_000, isFloor: true, idle: 0)
  static let mostRatio = YearNumber(
    "exchange.rules.size.max_ratio", .count(\.exchange.rules.mostRatio), in: 1...1_000,
    idle: 1_000)
  static let restYears = YearNumber(
    "exchange.rules.rotation.years", .count(\.exchange.rules.restYears), in: 0...30,
    isFloor: true, idle: 0)

  /// Rules' numbers keep partners apart whether or not a plan reaches them.
  package static func isShort(_ plan: ExchangePlan, of year: ProgrammeYear) -> Bool {
    let partnered = Set(plan.partnerships.flatMap { [$0.pair.japan, $0.pair.abroad] })
    return partnered.count < year.exchange.schools.count
  }
}
