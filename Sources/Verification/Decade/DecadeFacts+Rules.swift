// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension DecadeFacts {
  /// What looking at a rule found.
  func findings(of rule: DecadeRule) -> Findings {
    switch rule {
    case .units: eachLine { unitsFinding($0, $1) }
    case .earned: earned
    case .ramp: eachLine { rampFinding($0, $1) }
    case .budget:
      sums("thousand yen", unit: 10, most: { year in year.budget.map { Int128($0 / 1000) } }) {
        thousands($0)
      }
    case .staff:
      sums("days of staff", unit: 1, most: { year in year.staffDays.map { Int128($0) } }) {
        Int128(lines[$0].staffDays)
      }
    case .venueNights:
      sums("nights in the houses", unit: 1, most: { year in year.venueNights.map { Int128($0) } }) {
        Int128(lines[$0].venueNights)
      }
    case .leastReach: leastReach
    case .countryFloor: countryFloors
    case .kindShare: kindShares
    }
  }

  /// Looks at each line in each year to come.
  private func eachLine(_ look: (_ line: Int, _ position: Int) -> Violation?) -> Findings {
    var found = Findings()
    for line in lines.indices {
      for position in toCome {
        found.checked += 1
        if let violation = look(line, position) { found.violations.append(violation) }
      }
    }
    return found
  }

  private func subjects(_ line: Int, _ position: Int) -> [Subject] {
    [.programmeLine(lines[line].id), .fiscalYear(years[position])]
  }

  private func unitsFinding(_ line: Int, _ position: Int) -> Violation? {
    let (count, facts) = (plan.units[line][position], lines[line])
    guard decided(line, in: years[position]) == nil else { return nil }
    guard count < facts.min || count > facts.max else { return nil }
    return Violation(
      units: max(facts.min - count, count - facts.max), subjects: subjects(line, position),
      sentence: """
        \(facts.id) has \(grouped(count)) in \(years[position]), not from \(grouped(facts.min)) to \
        \(grouped(facts.max)).
        """)
  }

  private func rampFinding(_ line: Int, _ position: Int) -> Violation? {
    guard let before = units(line, before: position) else { return nil }
    let (growth, facts) = (plan.units[line][position] - before, lines[line])
    let over = max(
      facts.rampUp.map { growth - $0 } ?? 0, facts.rampDown.map { -growth - $0 } ?? 0)
    guard over > 0 else { return nil }
    return Violation(
      units: over, subjects: subjects(line, position),
      sentence: """
        \(facts.id) goes from \(grouped(before)) to \(grouped(plan.units[line][position])) in \
        \(years[position]), \(grouped(over)) too far.
        """)
  }

  private var earned: Findings {
    var found = Findings()
    for position in years.indices where !toCome.contains(position) {
      for line in lines.indices {
        found.checked += 1
        let (count, real) = (plan.units[line][position], known(line, in: years[position])?.units)
        guard count != real ?? 0 else { continue }
        found.violations.append(
          Violation(
            units: abs(count - (real ?? 0)), subjects: subjects(line, position),
            sentence: """
              \(lines[line].id) had \(grouped(real ?? 0)) in \(years[position]), not \
              \(grouped(count)).
              """))
      }
    }
    for position in toCome {
      for line in lines.indices {
        guard let decided = decided(line, in: years[position]) else { continue }
        found.checked += 1
        let count = plan.units[line][position]
        guard count != decided else { continue }
        found.violations.append(
          Violation(
            units: abs(count - decided), subjects: subjects(line, position),
            sentence: """
              \(lines[line].id) has \(grouped(decided)) in \(years[position]) by the plan of that \
              year, not \(grouped(count)).
              """))
      }
    }
    return found
  }

  private func sums(
    _ words: Sentence, unit: Int128, most: (DecadeYear) -> Int128?,
    of taken: (Int) -> Int128
  ) -> Findings {
    var found = Findings()
    for position in toCome {
      guard let most = most(decade.years[position]) else { continue }
      found.checked += 1
      let sum = lines.indices.reduce(Int128(0)) {
        $0 + taken($1) * Int128(plan.units[$1][position])
      }
      guard sum > most else { continue }
      found.violations.append(
        Violation(
          units: Int(clamping: (sum - most + unit - 1) / unit),
          subjects: [.fiscalYear(years[position])],
          sentence: "\(years[position]) takes \(grouped(sum)) \(words) of \(grouped(most))."))
    }
    return found
  }

  private var leastReach: Findings {
    var found = Findings()
    for position in toCome where decade.years[position].leastReach > 0 {
      found.checked += 1
      let (reached, least) = (people[position], Int128(decade.years[position].leastReach))
      guard reached < least else { continue }
      found.violations.append(
        shortOfPeople(
          least - reached, [.fiscalYear(years[position])],
          "\(years[position]) reaches \(grouped(reached)) people, not \(grouped(least))."))
    }
    return found
  }

  private var countryFloors: Findings {
    var found = Findings()
    for (country, floor) in decade.rules.floors.sorted(by: { $0.key < $1.key }) where floor > 0 {
      found.checked += 1
      let id = year.countries[country].id
      let reached = lines.indices.filter { lines[$0].country == country }.reduce(Int128(0)) {
        people(of: $1).reduce($0, +)
      }
      guard reached < Int128(floor) else { continue }
      found.violations.append(
        shortOfPeople(
          Int128(floor) - reached, [.country(id)],
          "\(id) has \(grouped(reached)) people over all years, not \(grouped(floor))."))
    }
    return found
  }

  private func shortOfPeople(
    _ short: Int128, _ subjects: [Subject], _ sentence: Sentence
  ) -> Violation {
    Violation(
      units: Int(clamping: (short + 999) / 1_000), subjects: subjects, sentence: sentence)
  }

  private var kindShares: Findings {
    var found = Findings()
    let all = cost(of: lines.indices)
    for kind in DecadeKind.allCases {
      guard let percent = decade.rules.shares[kind], percent > 0 else { continue }
      found.checked += 1
      let own = cost(of: lines.indices.filter { lines[$0].kind == kind })
      let short = Int128(percent) * all - 100 * own
      guard short > 0 else { continue }
      found.violations.append(
        Violation(
          units: Int(clamping: (short + 999) / 1_000), subjects: [.value(kind.rawValue)],
          sentence: """
            \(kind.rawValue) is \(grouped(own)) of \(grouped(all)) thousand yen, less than \
            \(percent) percent.
            """))
    }
    return found
  }
}
