// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Verification
package import Wording

/// The trainings of a year in which some levers are kept, and others have given way.
package struct TrainingLeverYear: Sendable {
  /// The year without what is soft, which never stands in the way of a plan.
  package let year: ProgrammeYear
  package let hosting: HostingFacts
  package let pins: [TrainingPin]
  package let levers: [TrainingLever]
  /// People of all groups together.
  private let people: Int

  package init(_ year: ProgrammeYear, hosting: HostingFacts, pins: [TrainingPin]) {
    self.hosting = hosting
    self.pins = pins
    var copy = year
    copy.training.objective = []
    for (rule, strictness) in year.training.rules.strictness where strictness != .hard {
      copy.training.rules.strictness[rule] = .off
    }
    for index in year.training.rules.quotas.indices
    where year.training.rules.quotas[index].strictness != .hard {
      copy.training.rules.quotas[index].strictness = .off
    }
    self.year = copy
    people =
      hosting.partners.reduce(0) { $0 + $1.people }
      + year.training.delegations.reduce(0) { $0 + $1.headcount.people }
    levers = copy.trainingLevers(hosting: hosting, pins: pins)
  }

  /// The year in which none but some levers hold, and the pins among them.
  package func keeping(_ kept: Set<Int>) -> (year: ProgrammeYear, pins: [TrainingPin]) {
    var copy = year
    var left: [TrainingPin] = []
    for (index, lever) in levers.enumerated() {
      if !kept.contains(index) {
        release(lever, in: &copy)
      } else if case .pin(let number) = lever {
        left.append(pins[number])
      }
    }
    return (copy, left)
  }

  /// Takes a lever's bound away.
  func release(_ lever: TrainingLever, in year: inout ProgrammeYear) {
    switch lever {
    case .cohortTrains(let cohort): year.cohorts[cohort].predeparture = nil
    case .rule(let rule): year.training.rules.strictness[rule] = .off
    case .sessionsMax(let course): year.training.courses[course].sessionsMax = nil
    case .lecturers(let site): year.sites[site].lecturers = []
    case .totalBudget: year.training.rules.totalBudget = nil
    case .quota(let index, let bound): year.training.rules.quotas[index][bound] = nil
    case .pin: break
    case .sizeMin, .sizeMax, .beds, .classrooms:
      set(lever, to: loosest(lever), in: &year)
    }
  }

  /// The number of a lever in the data; none of levers that are no number.
  package func number(of lever: TrainingLever) -> Int64? {
    switch lever {
    case .sizeMin(let course): Int64(year.training.courses[course].sizeMin)
    case .sizeMax(let course): Int64(year.training.courses[course].sizeMax)
    case .sessionsMax(let course): year.training.courses[course].sessionsMax.map { Int64($0) }
    case .beds(let site): Int64(year.sites[site].beds)
    case .classrooms(let site): Int64(year.sites[site].classrooms)
    case .totalBudget: year.training.rules.totalBudget
    case .quota(let index, let bound):
      year.training.rules.quotas[index][bound].map { Int64($0) }
    case .cohortTrains, .rule, .lecturers, .pin: nil
    }
  }

  /// Puts another number in a lever's place.
  ///
  /// - Precondition: The lever is a number.
  package func set(_ lever: TrainingLever, to number: Int64, in year: inout ProgrammeYear) {
    let count = Int(clamping: number)
    switch lever {
    case .sizeMin(let course): year.training.courses[course].sizeMin = count
    case .sizeMax(let course): year.training.courses[course].sizeMax = count
    case .sessionsMax(let course): year.training.courses[course].sessionsMax = count
    case .beds(let site): year.sites[site].beds = count
    case .classrooms(let site): year.sites[site].classrooms = count
    case .totalBudget: year.training.rules.totalBudget = number
    case .quota(let index, let bound): year.training.rules.quotas[index][bound] = count
    case .cohortTrains, .rule, .lecturers, .pin:
      preconditionFailure("\(lever) is no number.")
    }
  }

  /// A number with which a lever keeps nothing out.
  func loosest(_ lever: TrainingLever) -> Int64 {
    switch lever {
    case .sizeMin: 1
    case .quota(_, .min), .quota(_, .minPercent): 0
    case .quota(_, .maxPercent): 100
    case .beds(let site):
      Int64(year.bookedBeds(at: site) + people + 2 * year.sites[site].twinRooms)
    case .classrooms(let site): Int64(year.bookedClassrooms(at: site) + 2 * people)
    case .totalBudget: 100_000_000_000_000
    case .sizeMax(let course): Int64(max(people, year.training.courses[course].sizeMax))
    default: Int64(max(1, people))
    }
  }
}

// MARK: What the verification says

extension TrainingLeverYear {
  /// Whether a plan keeps some levers.
  func keeps(_ plan: TrainingPlan, _ levers: Set<Int>) -> Bool {
    let (year, pins) = keeping(levers)
    return verifyTraining(plan, in: year, hosting: hosting, pins: pins).isValid
  }

  /// By how many units a lever gives way in a plan.
  package func units(of lever: Int, in plan: TrainingPlan) -> Int {
    checks(of: lever, in: plan).reduce(0) { $0 + $1.units }
  }

  /// What a plan breaks of a lever, as the verification says it.
  package func violations(of lever: Int, in plan: TrainingPlan) -> [Sentence] {
    checks(of: lever, in: plan).flatMap { $0.violations.map(\.words) }
  }

  /// The number nearest to the one in the data with which a plan keeps a lever; none of
  /// levers that are no number.
  package func nearestNumber(of lever: Int, in plan: TrainingPlan) -> Int64? {
    guard let present = number(of: levers[lever]) else { return nil }
    var (year, pins) = keeping(alone(lever, in: plan))
    func fits(_ number: Int64) -> Bool {
      set(levers[lever], to: number, in: &year)
      return verifyTraining(plan, in: year, hosting: hosting, pins: pins).isValid
    }
    if fits(present) { return present }
    // Invariant: `bad` does not fit, `good` does.
    var (bad, good) = (present, loosest(levers[lever]))
    guard fits(good) else { return nil }
    while abs(good - bad) > 1 {
      let middle = bad + (good - bad) / 2
      if fits(middle) { good = middle } else { bad = middle }
    }
    return good
  }

  private func checks(of lever: Int, in plan: TrainingPlan) -> [RuleCheck] {
    let (year, pins) = keeping(alone(lever, in: plan))
    return verifyTraining(plan, in: year, hosting: hosting, pins: pins).rules
      .filter(\.isBroken)
  }

  /// A lever, and those of the cohorts that train in a plan: without days before
  /// departure they could not.
  private func alone(_ lever: Int, in plan: TrainingPlan) -> Set<Int> {
    let groups = Set(plan.attendances.map(\.group))
    var kept: Set<Int> = [lever]
    for (index, other) in levers.enumerated() {
      if case .cohortTrains(let cohort) = other, groups.contains(.cohort(cohort)) {
        kept.insert(index)
      }
    }
    return kept
  }
}

extension ProgrammeYear {
  /// Everything of the trainings that may give way, what is asked for first.
  fileprivate func trainingLevers(
    hosting: HostingFacts, pins: [TrainingPin]
  ) -> [TrainingLever] {
    let rules = training.rules
    var levers: [TrainingLever] = cohorts.indices.filter { index in
      cohorts[index].predeparture != nil && hosting.partners.indices.contains(index)
        && hosting.partners[index].people > 0
    }.map { .cohortTrains($0) }
    if rules[.pin] == .hard { levers += pins.indices.map { .pin($0) } }
    for index in rules.quotas.indices where rules.quotas[index].strictness == .hard {
      levers += QuotaBound.allCases.filter { rules.quotas[index][$0] != nil }
        .map { .quota(index, $0) }
    }
    for rule in TrainingRule.allCases where !rule.isStructural && rules[rule] == .hard {
      switch rule {
      case .sessionSize:
        for course in training.courses.indices {
          if training.courses[course].sizeMin > 1 { levers.append(.sizeMin(course: course)) }
          levers.append(.sizeMax(course: course))
          if training.courses[course].sessionsMax != nil {
            levers.append(.sessionsMax(course: course))
          }
        }
      case .beds: levers += sites.indices.map { .beds(site: $0) }
      case .classrooms: levers += sites.indices.map { .classrooms(site: $0) }
      case .lecturers:
        levers += sites.indices.filter { !sites[$0].lecturers.isEmpty }
          .map { .lecturers(site: $0) }
      case .budget: levers += rules.totalBudget == nil ? [] : [.totalBudget]
      case .announced: levers += training.announced.isEmpty ? [] : [.rule(rule)]
      case .pin, .quota: break
      default: levers.append(.rule(rule))
      }
    }
    return levers
  }
}
