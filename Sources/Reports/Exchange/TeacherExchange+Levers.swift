// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Formulations
package import Programme
internal import ProgrammeFiles
package import Wording

extension TeacherExchange: LeveredProblem {
  package static var askedNoun: String? { "school" }
  package static var planNoun: Sentence { "plan of exchange" }

  package static func withoutSoftRules(_ year: ProgrammeYear) -> ProgrammeYear {
    var year = year
    for (rule, strictness) in year.exchange.rules.strictness where strictness != .hard {
      year.exchange.rules.strictness[rule] = .off
    }
    return year
  }

  /// Where no school is named none is asked for: what a plan has to have is then what the
  /// rule `countries` says.
  package static func levers(
    of year: ProgrammeYear, asking asked: [String]
  ) throws(UnknownSubject) -> [WordedLever<TeacherExchange>] {
    let names = year.exchange.schools.map(\.id)
    var schools: Set<Int> = []
    for id in asked {
      guard let index = names.firstIndex(of: id) else { throw UnknownSubject(names: names) }
      schools.insert(index)
    }
    return schools.sorted().map { index in
      WordedLever(
        asked: [.hasPartner(school: index, true)],
        sentence: Sentence("The school \(clippedForDisplay(names[index])) has a partner."),
        otherwise: Sentence("it has none"))
    }
      + ExchangeRule.allCases.filter { year.exchange.rules[$0] == .hard }.compactMap {
        lever(of: $0, in: year)
      }
  }

  /// A hard rule: as its number where it has one that bounds, otherwise as a whole.
  private static func lever(
    of rule: ExchangeRule, in year: ProgrammeYear
  ) -> WordedLever<TeacherExchange>? {
    let rules = year.exchange.rules
    let standing = rules.standings[rule] ?? .usual
    let (isLaw, cost) = (standing.isLaw ?? rule.isUsuallyLaw, standing.cost)
    let places: @Sendable (YearPlaces) -> [FilePlace] = {
      [$0.rule(rule.rawValue, of: "exchange")]
    }
    func number(
      _ number: YearNumber, rest: @escaping @Sendable (Int64) -> Sentence,
      sentence: @escaping @Sendable (Int64) -> Sentence
    ) -> WordedLever<TeacherExchange> {
      let present = number.value(in: year) ?? 0
      return WordedLever(
        number, rule: rule.rawValue, isLaw: isLaw, cost: cost, rest: rest, places: places
      ) { sentence($0 ?? present) }
    }
    @Sendable func partnerships(_ number: Int64) -> Sentence {
      "\(Int(clamping: number), "partnership", "partnerships")"
    }
    switch rule {
    case .partners: return nil
    case .countries:
      return number(pairsOfCountry, rest: { Sentence("each has at most \(partnerships($0))") }) {
        Sentence("Every country whose schools wish to exchange has at least \(partnerships($0)).")
      }
    case .prefectureYear:
      guard rules.pairsOfYear != nil else { return nil }
      return number(
        pairsOfYear, rest: { Sentence("some prefecture has at least \(partnerships($0))") }
      ) {
        Sentence("The schools of a prefecture have at most \(partnerships($0)) in the year.")
      }
    case .prefectureWeek:
      @Sendable func groups(_ number: Int64) -> Sentence {
        "\(Int(clamping: number), "group", "groups")"
      }
      return number(
        groupsOfWeek, rest: { Sentence("some prefecture hosts at least \(groups($0)) at a time") }
      ) { Sentence("A prefecture hosts at most \(groups($0)) at a time.") }
    default:
      let soften: @Sendable (inout ProgrammeYear, Int) -> Void = {
        $0.exchange.rules.strictness[rule] = .soft(penalty: $1)
      }
      return WordedLever(
        rule: rule.rawValue, isLaw: isLaw, cost: cost,
        path: "exchange.rules.\(rule.rawValue)", meaning: meaning(of: rule), places: places,
        off: { $0.exchange.rules.strictness[rule] = .off },
        soft: rule.mayBeSoft ? soften : nil)
    }
  }
}
