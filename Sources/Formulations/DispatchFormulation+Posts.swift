// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension DispatchFormulation {
  /// Prices on open posts: soft `hours`, `travel`, and pausing schools.
  ///
  /// When these rules are hard the posts have no slots.
  mutating func addPostRules() {
    for post in eligibility.posts.indices {
      var price = 0
      for rule in eligibility.brokenByPost(post) {
        let units = rule == .rotation ? eligibility.facts[post].pausing : 1
        price += units * (year.rules[rule].penalty ?? 0)
      }
      guard price > 0 else { continue }
      penaltyTerms += open(post).map { Term($0.column, Int64(price)) }
    }
  }

  /// Rule `rotation`, its second half: renewals before new schools.
  ///
  /// - Parameter chosen: Schools that may hold new ones back; without it all that somebody
  ///   can be brought to.
  mutating func addRotation(_ chosen: Set<Int>?) {
    let strictness = year.rules[.rotation]
    guard strictness != .off else { return }
    var hosting = [[Term]](repeating: [], count: year.schools.count)
    for (index, post) in eligibility.posts.enumerated() {
      let terms = open(index)
      for school in post.schools { hosting[school] += terms }
    }
    for (index, country) in year.countries.enumerated() where country.renewalsFirst {
      let schools = year.schools.indices.filter { year.schools[$0].country == index }
      // A school is servable when an eligible triple can bring somebody there;
      // only then has it a term at all.
      let servable = schools.filter {
        year.schools[$0].isRenewal && !hosting[$0].isEmpty && chosen?.contains($0) ?? true
      }
      guard !servable.isEmpty else { continue }
      let all = program.addColumn(
        named: "renewals-served(\(country.id))", lower: 0, upper: 1, isInteger: true,
        origin: Origin(rule: Rule.rotation.rawValue, subjects: [country.id]))
      switchColumns.append(all)
      for school in servable {
        row(
          Rule.rotation.rawValue, [country.id, year.schools[school].id],
          hosting[school] + [Term(all, -1)], lower: 0, part: "renewal")
      }
      for school in schools where !year.schools[school].isRenewal && !hosting[school].isEmpty {
        var terms = hosting[school] + [Term(all, -1)]
        if let penalty = strictness.penalty {
          terms.append(
            Term(
              violation(
                of: Rule.rotation.rawValue, penalty: penalty, upper: 1,
                year.schools[school].id), -1))
        }
        row(
          Rule.rotation.rawValue, [country.id, year.schools[school].id], terms, upper: 0,
          part: "new")
      }
    }
  }

  /// The groups of the two fairness tiers, with a count column for each area.
  mutating func addFairnessGroups() {
    for (index, country) in year.countries.enumerated() {
      let places = year.cohorts.filter { $0.country == index }.map(\.places).reduce(0, +)
      guard places > 0 else { continue }
      fairnessGroups.append(
        FairnessGroup(
          tier: "fairness-countries", subjects: [country.id], column: countryCounts[index],
          denominator: places))
    }
    struct Area: Hashable {
      var country: Int
      var name: String
    }
    var schools: [Area: Int] = [:]
    for school in year.schools {
      schools[Area(country: school.country, name: school.area), default: 0] += 1
    }
    var terms: [Area: [Term]] = [:]
    for (index, post) in eligibility.posts.enumerated() {
      var members: [Area: Int64] = [:]
      for school in post.schools.map({ year.schools[$0] }) {
        members[Area(country: school.country, name: school.area), default: 0] += 1
      }
      let open = open(index)
      for (area, count) in members {
        terms[area, default: []] += open.map { Term($0.column, $0.coefficient * count) }
      }
    }
    for (area, count) in schools.sorted(by: {
      ($0.key.country, $0.key.name) < ($1.key.country, $1.key.name)
    }) {
      let subjects = [year.countries[area.country].id, area.name]
      let column = program.addColumn(
        named: "count(area,\(subjects.joined(separator: ",")))", lower: 0, upper: Int64(count),
        isInteger: true, origin: Origin(rule: "count", subjects: subjects))
      row(
        "count", ["area"] + subjects, (terms[area] ?? []) + [Term(column, -1)], lower: 0, upper: 0)
      fairnessGroups.append(
        FairnessGroup(
          tier: "fairness-areas", subjects: subjects, column: column, denominator: count))
    }
  }
}
