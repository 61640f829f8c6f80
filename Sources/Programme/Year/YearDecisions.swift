// SPDX-License-Identifier: GPL-3.0-or-later

/// What the plan of a whole year has decided, stage by stage; nothing for a stage that
/// has no plan.
package struct YearDecisions: Sendable {
  package var placements: [Placement]?
  package var training: TrainingPlan?
  package var returnees: ReturneePlan?
  package var exchange: ExchangePlan?

  package init() {}
}

extension YearDecisions {
  /// How much of something the plan has, by country; people and activities of no country
  /// of the year stand under none.
  ///
  /// - Parameters:
  ///   - counts: What is counted.
  ///   - year: The year that is planned.
  /// - Returns: Numbers by the country's index; nothing when the stage has no plan.
  /// - Complexity: O(*n*), where *n* is the size of the plan.
  package func numbers(of counts: DecadeCount, in year: ProgrammeYear) -> [Int?: Int]? {
    switch counts {
    case .partners: placements.map { tally($0.map { (year.cohorts[$0.cohort].country, 1) }) }
    case .teachers: trained(.teachers, in: year) { $0.members.people }
    case .students: trained(.students, in: year) { $0.headcount.people }
    case .educators:
      exchange.map { plan in
        tally(
          plan.partnerships.filter { $0.toJapan != nil }.map { partnership in
            let school = year.exchange.schools[partnership.pair.abroad]
            return (school.country, school.sends)
          })
      }
    case .activities:
      returnees.map { plan in
        tally(
          Set(plan.participations.map(\.activity)).map { activity in
            (year.returnees.activities[activity].tie.map { year.schools[$0].country }, 1)
          })
      }
    case .participants:
      returnees.map { plan in
        tally(plan.participations.map { (year.returnees.returnees[$0.returnee].country, 1) })
      }
    }
  }

  private func trained(
    _ trainee: Trainee, in year: ProgrammeYear, people: (Delegation) -> Int
  ) -> [Int?: Int]? {
    training.map { plan in
      tally(
        plan.attendances.compactMap { attendance in
          guard case .delegation(let index) = attendance.group,
            year.training.delegations[index].trainee == trainee
          else { return nil }
          let delegation = year.training.delegations[index]
          return (year.schools[delegation.school].country, people(delegation))
        })
    }
  }

  private func tally(_ parts: [(country: Int?, count: Int)]) -> [Int?: Int] {
    parts.reduce(into: [:]) { $0[$1.country, default: 0] += $1.count }
  }

  /// The units of each line that the plan decides, in the year's own fiscal year.
  ///
  /// A line of a country has what is counted there; a line of none has what no other
  /// line of the same `counts` has.
  ///
  /// - Parameter year: The year that is planned.
  /// - Returns: Decisions by line; none for lines of stages without a plan.
  package func units(in year: ProgrammeYear) -> [DecadeDecision] {
    let lines = year.decade.lines
    return lines.indices.compactMap { index in
      guard let counts = lines[index].counts, let numbers = numbers(of: counts, in: year) else {
        return nil
      }
      let units: Int
      if let country = lines[index].country {
        units = numbers[country] ?? 0
      } else {
        let others = Set(lines.filter { $0.counts == counts }.compactMap(\.country))
        units = numbers.reduce(0) { sum, part in
          part.key.map(others.contains) ?? false ? sum : sum + part.value
        }
      }
      return DecadeDecision(year: year.fiscalYear, line: index, units: units)
    }
  }

  /// What the plan has and no line of the ten years counts, such as partners to a country
  /// without a line.
  package func uncounted(in year: ProgrammeYear) -> [(counts: DecadeCount, number: Int)] {
    DecadeCount.allCases.compactMap { counts in
      let lines = year.decade.lines.filter { $0.counts == counts }
      guard !lines.isEmpty, !lines.contains(where: { $0.country == nil }) else { return nil }
      let known = Set(lines.compactMap(\.country))
      let number = (numbers(of: counts, in: year) ?? [:]).reduce(0) { sum, part in
        part.key.map(known.contains) ?? false ? sum : sum + part.value
      }
      return number == 0 ? nil : (counts, number)
    }
  }
}
