// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Formulations
package import Programme
internal import ProgrammeFiles
package import Wording

extension TenYears: LeveredProblem {
  package static var askedNoun: String? { nil }
  package static var planNoun: Sentence { "plan of ten years" }

  package static func withoutSoftRules(_ year: ProgrammeYear) -> ProgrammeYear {
    var year = year
    for (rule, strictness) in year.decade.rules.strictness where strictness != .hard {
      year.decade.rules.strictness[rule] = .off
    }
    return year
  }

  package static func levers(
    of year: ProgrammeYear, asking _: [String]
  ) throws(UnknownSubject) -> [WordedLever<TenYears>] {
    leastReach(of: year) + floors(of: year) + shares(of: year) + years(of: year) + ramps(of: year)
  }

  private static func lever(
    _ number: YearNumber, _ rule: DecadeRule, in year: ProgrammeYear,
    shown: @escaping @Sendable (Int64) -> Sentence = { "\(grouped(Int(clamping: $0)))" },
    rest: @escaping @Sendable (Int64) -> Sentence,
    places: @escaping @Sendable (YearPlaces) -> [FilePlace],
    sentence: @escaping @Sendable (Int64) -> Sentence
  ) -> WordedLever<TenYears> {
    let present = number.value(in: year) ?? 0
    return WordedLever(
      number, rule: rule.rawValue, isLaw: year.decade.rules.isLaw(rule),
      cost: (year.decade.rules.standings[rule] ?? .usual).cost, shown: shown, rest: rest,
      places: places
    ) { sentence($0 ?? present) }
  }

  /// Limits of the years to come: money, days and nights.
  private static func years(of year: ProgrammeYear) -> [WordedLever<TenYears>] {
    yearNumbers(of: year).filter { year.decade.rules[$0.rule] == .hard }.map { entry in
      let planned = year.decade.years[entry.position].year
      let column = String(entry.number.path.split(separator: ".").last ?? "")
      let words: @Sendable (Int64) -> Sentence =
        switch entry.rule {
        case .staff: { Sentence("\(grouped(Int($0))) days of staff") }
        case .venueNights: { Sentence("\(grouped(Int($0))) nights in the houses") }
        default: { "¥\(grouped(Int($0)))" }
        }
      return lever(
        entry.number, entry.rule, in: year, shown: words,
        rest: { Sentence("\(planned) takes at least \(words($0))") },
        places: { [$0.cell("decade_years", String(planned), column)] }
      ) { Sentence("\(planned) takes at most \(words($0)).") }
    }
  }

  private static func leastReach(of year: ProgrammeYear) -> [WordedLever<TenYears>] {
    guard year.decade.rules[.leastReach] == .hard else { return [] }
    return year.decade.years.enumerated().compactMap { position, planned in
      guard planned.leastReach > 0, !year.decade.isOver(planned.year) else { return nil }
      return lever(
        YearNumber(
          "decade_years.\(planned.year).least_reach", .count(\.decade.years[position].leastReach),
          in: 0...100_000_000, isFloor: true, idle: 0,
          grain: fourDigits(of: Int64(planned.leastReach))), .leastReach, in: year,
        rest: { Sentence("\(planned.year) reaches \(Int($0), "person", "people") at most") },
        places: { [$0.cell("decade_years", String(planned.year), "least_reach")] }
      ) { Sentence("\(planned.year) reaches at least \(Int($0), "person", "people").") }
    }
  }

  private static func floors(of year: ProgrammeYear) -> [WordedLever<TenYears>] {
    guard year.decade.rules[.countryFloor] == .hard else { return [] }
    return year.decade.rules.floors.sorted { $0.key < $1.key }.compactMap { country, floor in
      guard floor > 0 else { return nil }
      let id = year.countries[country].id
      return lever(
        YearNumber(
          "decade.rules.country-floor.people.\(id)",
          .optionalCount(\.decade.rules.floors[country]), in: 0...100_000_000, isFloor: true,
          idle: 0, grain: fourDigits(of: Int64(floor))), .countryFloor, in: year,
        rest: { Sentence("\(Int($0), "person", "people") of \(id) are reached at most") },
        places: { [$0.rule(DecadeRule.countryFloor.rawValue, of: "decade")] }
      ) { Sentence("The lines of \(id) reach at least \(Int($0), "person", "people").") }
    }
  }

  private static func shares(of year: ProgrammeYear) -> [WordedLever<TenYears>] {
    guard year.decade.rules[.kindShare] == .hard else { return [] }
    return DecadeKind.allCases.compactMap { kind in
      guard let share = year.decade.rules.shares[kind], share > 0 else { return nil }
      return lever(
        YearNumber(
          "decade.rules.kind-share.percent.\(kind.rawValue)",
          .optionalCount(\.decade.rules.shares[kind]), in: 0...100, isFloor: true, idle: 0),
        .kindShare, in: year, shown: { "\($0) %" },
        rest: { Sentence("\(kind.rawValue) has \($0) % of the cost at most") },
        places: { [$0.rule(DecadeRule.kindShare.rawValue, of: "decade")] }
      ) {
        Sentence(
          "Lines of \(kind.rawValue) have at least \($0) % of the cost of the years to come.")
      }
    }
  }

  private static func ramps(of year: ProgrammeYear) -> [WordedLever<TenYears>] {
    guard year.decade.rules[.ramp] == .hard else { return [] }
    return year.decade.lines.enumerated().flatMap { index, line -> [WordedLever<TenYears>] in
      func ramp(
        _ column: String, _ path: any WritableKeyPath<ProgrammeYear, Int?> & Sendable,
        rest: @escaping @Sendable (Int64) -> Sentence,
        sentence: @escaping @Sendable (Int64) -> Sentence
      ) -> WordedLever<TenYears> {
        lever(
          YearNumber(
            "decade_lines.\(line.id).\(column)", .optionalCount(path), in: 0...100_000,
            idle: 100_000), .ramp, in: year, rest: rest,
          places: { [$0.cell("decade_lines", line.id, column)] }, sentence: sentence)
      }
      let up = ramp(
        "ramp_up", \.decade.lines[index].rampUp,
        rest: { Sentence("it has to have \(grouped(Int($0))) more in a year") }
      ) { Sentence("\(line.id) has at most \(grouped(Int($0))) units more than the year before.") }
      let down = ramp(
        "ramp_down", \.decade.lines[index].rampDown,
        rest: { Sentence("it has to have \(grouped(Int($0))) fewer in a year") }
      ) { Sentence("\(line.id) has at most \(grouped(Int($0))) units fewer than the year before.") }
      return (line.rampUp == nil ? [] : [up]) + (line.rampDown == nil ? [] : [down])
    }
  }
}
