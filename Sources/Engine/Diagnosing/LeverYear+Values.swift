// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Verification
package import Wording

extension DispatchLever {
  /// Whether the lever gives way by a smaller number rather than by a greater one.
  package var isLeast: Bool {
    switch self {
    case .countryMin, .trackMin, .quota(_, .min), .quota(_, .minPercent): true
    default: false
    }
  }
}

extension ProgrammeYear {
  /// The number of a lever in the data; none of levers that are no number.
  package func number(of lever: DispatchLever) -> Int64? {
    switch lever {
    case .countryMin(let index): Int64(countries[index].min)
    case .countryMax(let index): countries[index].max.map { Int64($0) }
    case .cohortPlaces(let index): Int64(cohorts[index].places)
    case .trackMin(let cohort, let track): Int64(cohorts[cohort].tracks[track].min)
    case .trackMax(let cohort, let track): Int64(cohorts[cohort].tracks[track].max)
    case .beds(let site): Int64(sites[site].beds)
    case .classrooms(let site): Int64(sites[site].classrooms)
    case .countryBudget(let index): countries[index].budget
    case .totalBudget: rules.budget.total
    case .quota(let index, let bound): rules.quotas[index][bound].map { Int64($0) }
    case .trackTaken, .rule, .together, .apart, .pin, .forbid, .criterion: nil
    }
  }

  /// Puts another number in a lever's place.
  ///
  /// - Precondition: The lever is a number.
  package mutating func set(_ lever: DispatchLever, to number: Int64) {
    let count = Int(clamping: number)
    switch lever {
    case .countryMin(let index): countries[index].min = count
    case .countryMax(let index): countries[index].max = count
    case .cohortPlaces(let index): cohorts[index].places = count
    case .trackMin(let cohort, let track): cohorts[cohort].tracks[track].min = count
    case .trackMax(let cohort, let track): cohorts[cohort].tracks[track].max = count
    case .beds(let site): sites[site].beds = count
    case .classrooms(let site): sites[site].classrooms = count
    case .countryBudget(let index): countries[index].budget = number
    case .totalBudget: rules.budget.total = number
    case .quota(let index, let bound): rules.quotas[index][bound] = count
    case .trackTaken, .rule, .together, .apart, .pin, .forbid, .criterion:
      preconditionFailure("\(lever) is no number.")
    }
  }

  /// A number with which a lever keeps nothing out.
  fileprivate func loosest(_ lever: DispatchLever) -> Int64 {
    switch lever {
    case .countryMin, .trackMin, .quota(_, .min), .quota(_, .minPercent): 0
    case .quota(_, .maxPercent): 100
    case .beds(let site): Int64(bookedBeds(at: site) + applicants.count)
    case .classrooms(let site): Int64(bookedClassrooms(at: site) + applicants.count)
    case .countryBudget(let index):
      countries[index].costPerPartner * Int64(applicants.count)
    case .totalBudget:
      (countries.map(\.costPerPartner).max() ?? 0) * Int64(applicants.count)
    default: Int64(applicants.count)
    }
  }
}

extension LeverYear {
  /// The number nearest to the one in the data with which a plan keeps a lever.
  ///
  /// - Parameters:
  ///   - lever: A lever that is a number.
  ///   - plan: A plan.
  /// - Returns: The number, told by the verification; none of other levers, nor where no
  ///   number is enough, as of a share of people who are not among those compared with.
  /// - Complexity: O(log *n*) verifications, where *n* is how far it may be.
  package func nearestNumber(of lever: Int, in plan: [Placement]) -> Int64? {
    guard let present = year.number(of: levers[lever]) else { return nil }
    let alone = keeping([lever])
    func fits(_ number: Int64) -> Bool {
      var copy = alone
      copy.set(levers[lever], to: number)
      return verifyDispatch(copy, placements: plan, baseline: nil, claimed: nil).isValid
    }
    if fits(present) { return present }
    // Invariant: `bad` does not fit, `good` does.
    var (bad, good) = (present, year.loosest(levers[lever]))
    guard fits(good) else { return nil }
    while abs(good - bad) > 1 {
      let middle = bad + (good - bad) / 2
      if fits(middle) { good = middle } else { bad = middle }
    }
    return good
  }

  /// Placements of a plan in cohorts that do not take the person's track, by cohort and
  /// track.
  package func strangers(in plan: [Placement]) -> [(cohort: Int, track: String, count: Int)] {
    var counts: [Int: [String: Int]] = [:]
    for placement in plan {
      let track = year.applicants[placement.applicant].track
      guard track != Applicant.openTrack,
        !year.cohorts[placement.cohort].tracks.contains(where: { $0.covers(track) })
      else { continue }
      counts[placement.cohort, default: [:]][track, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.flatMap { cohort, tracks in
      tracks.sorted { $0.key < $1.key }.map { (cohort: cohort, track: $0.key, count: $0.value) }
    }
  }

  /// What a plan breaks of a lever, as the verification says it.
  package func violations(of lever: Int, in plan: [Placement]) -> [Sentence] {
    verifyDispatch(keeping([lever]), placements: plan, baseline: nil, claimed: nil)
      .rules.filter(\.isBroken).flatMap { $0.violations.map(\.words) }
  }
}
