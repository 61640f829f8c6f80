// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks one rule of exchange.
///
/// A new rule is a new case of `exchangeFindings`.
func exchangeFindings(_ rule: ExchangeRule, in plan: ExchangeFacts) -> Findings {
  switch rule {
  case .partners: partnersFindings(plan)
  case .level, .role, .language, .subject, .grades, .size: pairFindings(rule, plan)
  case .group: groupFindings(plan)
  case .windows, .calendars, .inSession: weekFindings(rule, plan)
  case .reciprocity: reciprocityFindings(plan)
  case .oneAtATime: apartFindings(plan)
  case .prefectureWeek: prefectureWeekFindings(plan)
  case .prefectureYear: prefectureYearFindings(plan)
  case .countries: countryFindings(plan)
  case .rotation: rotationFindings(plan)
  }
}

/// `partners`: an instance is a partnership or a school that has one; a unit what the plan
/// names that is none, a visit that cannot be, or a partner over.
private func partnersFindings(_ plan: ExchangeFacts) -> Findings {
  var found = Findings(checked: plan.partnerships.count + plan.faults.count)
  found.violations += plan.faults.map { Violation(subjects: [], sentence: $0) }
  func report(_ pair: SchoolPair, _ sentence: Sentence) {
    found.violations.append(Violation(subjects: plan.subjects(pair), sentence: sentence))
  }
  for partnership in plan.partnerships {
    let pair = partnership.pair
    if partnership.ways == nil {
      report(pair, "\(plan.words(pair)) are partners without a visit.")
    }
    for visit in plan.visits(of: partnership) {
      let (guest, host) = (plan.data.schools[visit.guest], plan.data.schools[visit.host])
      if guest.sends == 0 { report(pair, "\(plan.words(visit)): \(guest.id) only hosts.") }
      if host.hosts == 0 { report(pair, "\(plan.words(visit)): \(host.id) only sends.") }
      if !plan.judge.starts.contains(visit.start) {
        report(
          pair,
          """
          \(plan.words(visit)): no visit begins on this day; visits begin on a day \
          \(plan.data.rules.arrival.word) and lie within the fiscal year.
          """)
      }
    }
  }
  for (index, own) in plan.own.enumerated() where !own.isEmpty {
    let school = plan.data.schools[index]
    found.checked += 1
    guard own.count > school.partners else { continue }
    found.violations.append(
      Violation(
        units: own.count - school.partners, subjects: [.school(school.id)],
        sentence: own.count == 1
          ? "\(school.id) has 1 partner; the most is \(school.partners)."
          : "\(school.id) has \(own.count) partners; the most is \(school.partners)."))
  }
  return found
}

/// A rule about two schools: an instance, and a unit, is a partnership.
private func pairFindings(_ rule: ExchangeRule, _ plan: ExchangeFacts) -> Findings {
  var found = Findings(checked: plan.partnerships.count)
  for pair in plan.partnerships.map(\.pair) where !plan.judge.isKept(rule, by: pair) {
    let (one, two) = (plan.data.schools[pair.japan], plan.data.schools[pair.abroad])
    let reason: Sentence =
      switch rule {
      case .level: "one is a \(one.level.rawValue) school, the other a \(two.level.rawValue) school"
      case .role: "different people take part"
      case .language: "they have no language in which both can work"
      case .subject: "they have no subject in common"
      case .grades: "they have no grade in common"
      default:
        """
        they have \(one.pupils) and \(two.pupils) pupils; the larger may have \
        \(plan.data.rules.mostRatio) times those of the smaller
        """
      }
    found.violations.append(
      Violation(subjects: plan.subjects(pair), sentence: "\(plan.words(pair)): \(reason)."))
  }
  return found
}

/// `group`: an instance, and a unit, is a visit.
private func groupFindings(_ plan: ExchangeFacts) -> Findings {
  var found = Findings()
  for visit in plan.visits {
    found.checked += 1
    guard plan.judge.isTooLarge(visit.guest, for: visit.host) else { continue }
    let (guest, host) = (plan.data.schools[visit.guest], plan.data.schools[visit.host])
    found.violations.append(
      Violation(
        subjects: [.school(guest.id), .school(host.id)],
        sentence:
          """
          \(plan.words(visit)): \(plain: guest.sends, "teacher comes", "teachers come"), and \(host.id) \
          hosts \(host.hosts) at most.
          """))
  }
  return found
}

/// Rules about weeks: an instance, and a unit, is a visit.
private func weekFindings(_ rule: ExchangeRule, _ plan: ExchangeFacts) -> Findings {
  var found = Findings()
  for visit in plan.visits {
    found.checked += 1
    let days = visit.start...visit.start.adding(days: plan.data.rules.days - 1)
    let reasons = [(visit.guest, false), (visit.host, true)].compactMap { index, isHost in
      ExchangeJudge.obstacle(
        rule, plan.data.schools[index], days, isHost: isHost, in: plan.year)
    }
    guard let reason = reasons.first else { continue }
    found.violations.append(
      Violation(
        subjects: plan.subjects(SchoolPair(japan: visit.japan, abroad: visit.abroad)),
        sentence: "\(plan.words(visit)): \(reason)."))
  }
  return found
}

/// `reciprocity`: an instance is a partnership with one visit, a unit one that is neither
/// returned nor pays one back.
private func reciprocityFindings(_ plan: ExchangeFacts) -> Findings {
  var found = Findings()
  for partnership in plan.partnerships {
    guard let ways = partnership.ways, ways != .both else { continue }
    found.checked += 1
    guard plan.judge.isUnreturned(partnership.pair, ways) else { continue }
    let schools = plan.data.schools
    let (guest, host) =
      ways == .toJapan
      ? (schools[partnership.pair.abroad], schools[partnership.pair.japan])
      : (schools[partnership.pair.japan], schools[partnership.pair.abroad])
    found.violations.append(
      Violation(
        subjects: plan.subjects(partnership.pair),
        sentence: """
          \(guest.id) visits \(host.id), which owes no visit less for it and does not visit \
          \(guest.id).
          """))
  }
  return found
}

/// `one-at-a-time`: an instance is a school with two visits or more, a unit two of them
/// that share a week.
private func apartFindings(_ plan: ExchangeFacts) -> Findings {
  var found = Findings()
  for (index, own) in plan.own.enumerated() {
    let visits = own.flatMap { plan.visits(of: plan.partnerships[$0]) }
    guard visits.count > 1 else { continue }
    found.checked += 1
    for (position, first) in visits.enumerated() {
      for second in visits[(position + 1)...]
      where plan.weeks(of: first).overlaps(plan.weeks(of: second)) {
        let id = plan.data.schools[index].id
        found.violations.append(
          Violation(
            subjects: [.school(id)],
            sentence: """
              \(id) has two visits at a time, from \(min(first.start, second.start)) and from \
              \(max(first.start, second.start)) on.
              """))
      }
    }
  }
  return found
}

/// `prefecture-week`: an instance is a prefecture in a week in which it hosts.
private func prefectureWeekFindings(_ plan: ExchangeFacts) -> Findings {
  struct Slot: Hashable {
    let area: String
    let week: Int
  }
  var counts: [Slot: Int] = [:]
  for visit in plan.visits where visit.isToJapan {
    for week in plan.weeks(of: visit) {
      counts[Slot(area: plan.data.schools[visit.japan].area, week: week), default: 0] += 1
    }
  }
  var found = Findings(checked: counts.count)
  let most = plan.data.rules.groupsOfWeek
  for (slot, count) in counts.sorted(by: { ($0.key.area, $0.key.week) < ($1.key.area, $1.key.week) }
  )
  where count > most {
    let day = plan.judge.starts.first?.adding(days: 7 * slot.week)
    found.violations.append(
      Violation(
        units: count - most, subjects: [.value(slot.area)],
        sentence: """
          \(slot.area) hosts \(plain: count, "group", "groups") in the week from \
          \(day.map(\.description) ?? "") on; the most is \(most).
          """))
  }
  return found
}

/// `prefecture-year`: an instance is a prefecture with partnerships.
private func prefectureYearFindings(_ plan: ExchangeFacts) -> Findings {
  guard let most = plan.data.rules.pairsOfYear else { return Findings() }
  let counts = Dictionary(
    grouping: plan.partnerships.map { plan.data.schools[$0.pair.japan].area }, by: { $0 }
  ).mapValues(\.count)
  var found = Findings(checked: counts.count)
  for (area, count) in counts.sorted(by: { $0.key < $1.key }) where count > most {
    found.violations.append(
      Violation(
        units: count - most, subjects: [.value(area)],
        sentence: """
          The schools of \(area) have \(plain: count, "partnership", "partnerships"); the most is \
          \(most).
          """))
  }
  return found
}

/// `countries`: an instance is a country with a school that exchanges.
private func countryFindings(_ plan: ExchangeFacts) -> Findings {
  var found = Findings()
  let counts = plan.countsOfCountries
  let least = plan.data.rules.pairsOfCountry
  for country in Set(plan.data.schools.compactMap(\.country)).sorted() {
    found.checked += 1
    guard counts[country] < least else { continue }
    let id = plan.year.countries[country].id
    found.violations.append(
      Violation(
        units: least - counts[country], subjects: [.country(id)],
        sentence: """
          \(id) has \(plain: counts[country], "partnership", "partnerships"); \
          at least \(plain: least, "is asked for", "are asked for").
          """))
  }
  return found
}

/// `rotation`: an instance is a visit to Japan, a unit one to a prefecture that rests.
private func rotationFindings(_ plan: ExchangeFacts) -> Findings {
  var found = Findings()
  for visit in plan.visits where visit.isToJapan {
    found.checked += 1
    guard plan.judge.rests(visit.japan) else { continue }
    let area = plan.data.schools[visit.japan].area
    found.violations.append(
      Violation(
        subjects: [.value(area), .school(plan.data.schools[visit.japan].id)],
        sentence: """
          \(plan.words(visit)): \(area) hosted within the last \
          \(plain: plan.data.rules.restYears, "year", "years").
          """))
  }
  return found
}
