// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A small decade: two or three lines over two or three years, few units each, so that
/// all plans can be gone through; every rule and goal is in use in some.
///
/// - Parameter seed: Equal seeds give equal years.
/// - Returns: A year whose tables hold nothing but countries and the decade.
package func randomSmallDecade(seed: UInt64) -> ProgrammeYear {
  var random = SplitMix64(seed: seed)
  var year = ProgrammeYear(
    title: "Small decade \(seed)", fiscalYear: 2026,
    countries: [randomCountry("LAO"), randomCountry("THA")], cohorts: [], schools: [],
    applicants: [])
  let count = random.chance(50) ? 3 : 2
  let lines = (0..<(count == 3 ? 2 : 3)).map { randomLine($0, &random) }
  year.decade.lines = lines
  year.decade.years = (0..<count).map { position in
    var planned = DecadeYear(year: 2024 + position)
    if random.chance(70) { planned.budget = Int64(random.integer(in: 2...16)) * 1_000 }
    if random.chance(30) { planned.staffDays = random.integer(in: 1...9) }
    if random.chance(30) { planned.venueNights = random.integer(in: 1...9) }
    if random.chance(30) { planned.leastReach = random.integer(in: 1...2_500) }
    return planned
  }
  for line in lines.indices {
    if random.chance(40) {
      year.decade.actuals.append(
        DecadeActual(year: 2023, line: line, units: random.below(4), reached: 40))
    }
    if seed.isMultiple(of: 4), random.chance(70) {
      year.decade.actuals.append(
        DecadeActual(
          year: 2024, line: line, units: random.below(4),
          reached: random.chance(50) ? random.below(3_000) : nil,
          cost: random.chance(50) ? Int64(random.below(9_000)) : nil))
    }
  }
  year.decade.actuals.sort { ($0.year, $0.line) < ($1.year, $1.line) }
  if seed % 5 == 2 { decideSome(of: &year.decade, seed: seed) }
  year.decade.rules = randomRules(&random)
  if random.chance(50) {
    year.decade.objective = [.penalties, .aims, .lostYear, .cost, .reach, .smooth]
  } else {
    year.decade.objective = DecadeGoal.allCases
  }
  return year
}

/// Lets plans of years decide some units, beyond what lines allow too.
private func decideSome(of decade: inout DecadeData, seed: UInt64) {
  var random = SplitMix64(seed: seed ^ 0xDEC1_DED0)
  var decisions: [DecadeDecision] = []
  for planned in decade.years {
    for line in decade.lines.indices where random.chance(40) {
      decisions.append(
        DecadeDecision(year: planned.year, line: line, units: random.below(5)))
    }
  }
  decade = decade.deciding(decisions)
}

private func randomCountry(_ id: String) -> Country { Country(id: id, language: "en") }

private func randomLine(_ index: Int, _ random: inout SplitMix64) -> DecadeLine {
  let kinds: [DecadeKind] = [.dispatch, .arts, .training]
  var line = DecadeLine(id: "L\(index)", kind: kinds[index])
  line.country = random.chance(60) ? random.below(2) : nil
  line.max = random.integer(in: 1...3)
  line.min = random.chance(25) ? 1 : 0
  if random.chance(40) { line.rampUp = random.integer(in: 0...2) }
  if random.chance(40) { line.rampDown = random.integer(in: 0...2) }
  line.cost = Int64(random.integer(in: 1...4_999))
  line.taught = random.below(900)
  line.met = random.below(900)
  line.audience = random.below(900)
  line.countedOnce = random.integer(in: 60...100)
  if random.chance(50) {
    line.later = random.below(500)
    line.laterDecay = random.below(60)
  }
  line.points = Aim.allCases.map { _ in random.below(8) }
  line.staffDays = random.below(4)
  line.venueNights = random.below(4)
  line.stops = random.chance(75)
  if random.chance(50) { line.restart = random.below(3) }
  return line
}

private func randomRules(_ random: inout SplitMix64) -> DecadeRules {
  var rules = DecadeRules()
  rules.target = random.integer(in: 2_000...14_000)
  rules.lostYearPercent = random.chance(70) ? random.integer(in: 20...95) : 0
  if random.chance(70) {
    rules.wishedPoints = Aim.allCases.map { _ in random.chance(60) ? random.below(40) : 0 }
  }
  if random.chance(30) { rules.floors[random.below(2)] = random.integer(in: 1...4_000) }
  if random.chance(30) {
    rules.shares[random.pick([.dispatch, .arts, .training])] = random.integer(in: 1...60)
  }
  for rule in DecadeRule.allCases where !rule.isStructural {
    if random.chance(20) {
      rules.strictness[rule] = .soft(penalty: random.integer(in: 1...3))
    } else if random.chance(10) {
      rules.strictness[rule] = .off
    }
  }
  return rules
}
