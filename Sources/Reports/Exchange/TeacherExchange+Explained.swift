// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Formulations
package import Programme
package import ProgrammeFiles
package import Verification
internal import Wording

/// What is asked about in a plan of exchange.
package struct ExchangeSubject: Hashable, Sendable {
  /// Index into the schools that exchange teachers.
  package var school: Int

  package init(school: Int) { self.school = school }
}

extension TeacherExchange: ExplainedProblem {
  package typealias Subject = ExchangeSubject

  package static var subjectKinds: [String] { ["school"] }

  package static func subject(
    _: String, _ id: String, in year: ProgrammeYear
  ) throws(UnknownSubject) -> ExchangeSubject {
    let names = year.exchange.schools.map(\.id)
    guard let index = names.firstIndex(of: id) else { throw UnknownSubject(names: names) }
    return ExchangeSubject(school: index)
  }

  package static func name(
    of subject: ExchangeSubject, in year: ProgrammeYear
  ) -> (kind: String, id: String) {
    ("school", year.exchange.schools[subject.school].id)
  }

  private static func own(_ school: Int, in plan: ExchangePlan) -> [Partnership] {
    plan.partnerships.filter { $0.pair.japan == school || $0.pair.abroad == school }
  }

  private static func other(_ school: Int, of pair: SchoolPair) -> Int {
    pair.japan == school ? pair.abroad : pair.japan
  }

  // MARK: - What the plan says

  package static func facts(
    about subject: ExchangeSubject, in plan: ExchangePlan, of year: ProgrammeYear,
    isInternal: Bool
  ) -> ExplainedFacts {
    let data = year.exchange
    let school = data.schools[subject.school]
    let id = school.id
    let own = own(subject.school, in: plan)
    let offers = ExchangeOffers(year)
    let possible = offers.pairs(of: subject.school)
    let points = possible.map { offers.points(of: $0) }
    var lines: [String] = []
    var members: [String: CanonicalJSON] = [
      "may_have": .integer(possible.count), "partners_max": .integer(school.partners),
      "why_none": .null,
    ]
    if own.isEmpty {
      let reason =
        whyUnpartnered(plan, in: year).first { $0.school == subject.school }?.sentence ?? ""
      members["why_none"] = .string(reason)
      lines += [localized("\(id) has no partner."), reason].filter { !$0.isEmpty }
    } else {
      lines.append(
        localized("\(id) exchanges teachers with \(counted(own.count, "school", "schools")):"))
    }
    var partners: [CanonicalJSON] = []
    for partnership in own {
      let other = other(subject.school, of: partnership.pair)
      let value = offers.points(of: partnership.pair)
      let better = points.count { $0 > value }
      lines.append(
        "  \(place(other, in: year, isInternal: isInternal)): \(visits(partnership, in: year))")
      let worth =
        possible.count <= 1
        ? counted(value, "point", "points")
        : better == 0
          ? localized(
            "\(value, "point", "points"), as many as with any school that it may have")
          : localized(
            """
            \(value, "point", "points"); \(grouped(better)) of the \(grouped(possible.count)) \
            schools that it may have would bring more
            """)
      let wishes = wishes(subject.school, other, in: year)
      switch wishes.count {
      case 0: lines.append(localized("    \(worth)."))
      case 1: lines.append(localized("    \(worth); \(wishes[0])."))
      default: lines.append(localized("    \(worth); \(wishes[0]), and \(wishes[1])."))
      }
      partners.append([
        "school": .string(data.schools[other].id), "points": .integer(value),
        "with_more_points": .integer(better),
        "to_japan": partnership.toJapan.map { .string($0.description) } ?? .null,
        "from_japan": partnership.fromJapan.map { .string($0.description) } ?? .null,
      ])
    }
    members["partners"] = .array(partners)
    let (keptOut, words) = keptOut(subject.school, possible: possible.count, in: year)
    members["kept_out"] = .object(keptOut)
    lines.append(words)
    return ExplainedFacts(lines, members)
  }

  /// Such as `XA003 (THA, Chiang Mai)`.
  private static func place(
    _ school: Int, in year: ProgrammeYear, isInternal: Bool
  ) -> String {
    let school = year.exchange.schools[school]
    let country = school.country.map { year.countries[$0].id } ?? CalendarEntry.japan
    let parts = [isInternal ? school.name : "", school.area, country].filter { !$0.isEmpty }
    return "\(school.id) (\(parts.joined(separator: ", ")))"
  }

  /// When two schools visit each other, a clause.
  private static func visits(_ partnership: Partnership, in year: ProgrammeYear) -> String {
    let data = year.exchange
    let last = data.rules.days - 1
    func visit(_ day: Day, _ guest: Int, _ host: Int) -> String {
      localized(
        """
        \(data.schools[guest].id) visits \(data.schools[host].id) from \(day) to \
        \(day.adding(days: last))
        """)
    }
    let pair = partnership.pair
    return [
      partnership.toJapan.map { visit($0, pair.abroad, pair.japan) },
      partnership.fromJapan.map { visit($0, pair.japan, pair.abroad) },
    ].compactMap { $0 }.joined(separator: localized(", "))
  }

  /// What two schools wish of each other, a clause that begins with a semicolon.
  private static func wishes(_ one: Int, _ other: Int, in year: ProgrammeYear) -> [String] {
    let schools = year.exchange.schools
    func rank(_ school: Int, _ wished: Int) -> String? {
      guard !schools[school].wishes.isEmpty else { return nil }
      let (id, wishing) = (schools[wished].id, schools[school].id)
      let rank = schools[school].wishes.firstIndex { $0.contains(wished) }
      return rank.map { localized("\(id) is number \($0 + 1) among the wishes of \(wishing)") }
        ?? localized("\(id) is not among the wishes of \(wishing)")
    }
    return [rank(one, other), rank(other, one)].compactMap { $0 }
  }

  /// How many schools hard rules about two schools keep away, by rule, and the same in words.
  private static func keptOut(
    _ index: Int, possible: Int, in year: ProgrammeYear
  ) -> (counts: [String: CanonicalJSON], words: String) {
    let data = year.exchange
    let school = data.schools[index]
    let others = school.isInJapan ? data.abroad : data.inJapan
    // Partners of everybody at once: what rules about two schools say of each.
    let everywhere = ExchangePlan(
      others.map { other in
        Partnership(
          school.isInJapan
            ? SchoolPair(japan: index, abroad: other) : SchoolPair(japan: other, abroad: index))
      })
    let barred = verifyExchange(everywhere, in: year).rules.filter { check in
      check.strictness == .hard && check.units > 0
        && ExchangeRule.pairwise.contains { $0.rawValue == check.id }
    }
    let counts = barred.map { "\($0.id) \(grouped($0.units))" }
    let schools: Sentence =
      school.isInJapan
      ? "\(grouped(possible)) of \(grouped(others.count)) schools abroad"
      : "\(grouped(possible)) of \(grouped(others.count)) schools in Japan"
    let may: Sentence =
      possible == 1
      ? "By rules about two schools and their weeks \(school.id) may have \(schools) as a partner"
      : "By rules about two schools and their weeks \(school.id) may have \(schools) as partners"
    let words =
      barred.isEmpty
      ? localized("\(may).") : localized("\(may); kept away: \(Listing(counts, .plain)).")
    return (
      Dictionary(
        barred.map { ($0.id, .integer($0.units)) }, uniquingKeysWith: { first, _ in first }),
      words
    )
  }

  package static func binding(
    _ subject: ExchangeSubject, in plan: ExchangePlan, of year: ProgrammeYear,
    rules: [RuleCheck]
  ) -> [(words: String, rules: [RuleCheck])] {
    let own = own(subject.school, in: plan)
    guard !own.isEmpty else { return [] }
    let without = ExchangePlan(plan.partnerships.filter { !own.contains($0) })
    let needs = worsened(rules, in: verifyExchange(without, in: year).rules)
    let id = year.exchange.schools[subject.school].id
    return [(localized("Without the partnerships of \(id) there would be broken:"), needs)]
  }

  // MARK: - Alternatives

  package static func candidates(
    for subject: ExchangeSubject, in plan: ExchangePlan, of year: ProgrammeYear
  ) -> [[ExchangeForce]] {
    let now = Set(own(subject.school, in: plan).map(\.pair))
    let pairs = now.union(ExchangeOffers(year).pairs(of: subject.school)).sorted()
    guard !pairs.isEmpty else { return [] }
    return [[.hasPartner(school: subject.school, now.isEmpty)]]
      + pairs.map { [.partners($0, !now.contains($0))] }
  }

  package static func words(
    _ forced: [ExchangeForce], for subject: ExchangeSubject, in year: ProgrammeYear
  ) -> (words: String, document: CanonicalJSON) {
    let schools = year.exchange.schools
    var words: [String] = []
    var rows: [CanonicalJSON] = []
    for force in forced {
      switch force {
      case .partners(let pair, let isWanted):
        let id = schools[other(subject.school, of: pair)].id
        words.append(isWanted ? localized("with \(id)") : localized("without \(id)"))
        rows.append([
          "japan": .string(schools[pair.japan].id), "abroad": .string(schools[pair.abroad].id),
          "partners": .boolean(isWanted),
        ])
      case .hasPartner(let school, let isWanted):
        words.append(isWanted ? localized("with any partner") : localized("with no partner at all"))
        rows.append([
          "school": .string(schools[school].id), "has_partner": .boolean(isWanted),
        ])
      }
    }
    return (words.joined(separator: ", "), rows.count == 1 ? rows[0] : .array(rows))
  }

  // MARK: - Single changes

  package static func remedies(
    for subject: ExchangeSubject, in plan: ExchangePlan, of year: ProgrammeYear
  ) -> [YearRemedy<TeacherExchange>] {
    let index = subject.school
    guard own(index, in: plan).isEmpty else { return [] }
    let id = year.exchange.schools[index].id
    let outcome: @Sendable (ExchangePlan) -> (words: String, helps: Bool) = { plan in
      let partners = own(index, in: plan).map {
        year.exchange.schools[other(index, of: $0.pair)].id
      }
      return partners.isEmpty
        ? (localized("the best plan still has no partner for \(id)"), false)
        : (localized("the best plan has \(id) with \(partners.joined(separator: ", "))"), true)
    }
    func remedy(
      _ words: String, _ cells: [String: CanonicalJSON],
      _ change: @escaping @Sendable (inout ProgrammeYear) -> Void
    ) -> YearRemedy<TeacherExchange> {
      YearRemedy(words, cells, outcome: outcome, change: change)
    }
    if year.exchange.schools[index].partners == 0 {
      return [
        remedy(
          localized("one partner at most in place of none"), ["exchange_schools.\(id).partners": 1]
        ) { $0.exchange.schools[index].partners = 1 }
      ]
    }
    let now = ExchangeOffers(year).pairs(of: index).count
    let rules = year.exchange.rules
    // Rules that are law are no matter of talking.
    let open = ExchangeRule.allCases.filter { rule in
      rules[rule] == .hard && !(rules.standings[rule]?.isLaw ?? rule.isUsuallyLaw)
        && !(rule == .prefectureYear && rules.pairsOfYear == nil)
    }
    let ofMany: Set<ExchangeRule> = [.oneAtATime, .prefectureWeek, .prefectureYear, .countries]
    return open.filter { rule in
      var changed = year
      changed.exchange.rules.strictness[rule] = .off
      let possible = ExchangeOffers(changed).pairs(of: index).count
      return possible > now || possible > 0 && ofMany.contains(rule)
    }.map { rule in
      remedy(
        localized("the rule \(rule.rawValue) off"),
        ["exchange.rules.\(rule.rawValue).off": .boolean(true)]
      ) { $0.exchange.rules.strictness[rule] = .off }
    }
  }
}
