// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import SeededRandom

extension ProgrammeYear {
  /// Random single changes, of each kind about as many: an applicant who
  /// withdraws, a school that is closed, a pin, a weight, and a limit or quota.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - seed: The same seed gives the same changes.
  ///   - eligible: Placements that the rules allow, by applicant and post; pins are
  ///     drawn from them. Without any there are no pins.
  /// - Returns: The changes.
  package func randomChanges(
    _ count: Int, seed: UInt64, eligible: [(applicant: Int, post: String, cohort: Int)]
  ) -> [YearChange] {
    var random = SplitMix64(seed: seed)
    var changes: [YearChange] = []
    while changes.count < count {
      switch changes.count % 5 {
      case 0: changes.append(.withdrawn(random.below(applicants.count)))
      case 1: changes.append(.closed(.school(random.below(schools.count))))
      case 2 where !eligible.isEmpty:
        let place = random.pick(eligible)
        changes.append(
          .row(
            Pin(
              applicant: place.applicant, place: .post(place.post), cohort: place.cohort,
              kind: .pin)))
      case 3, 2:
        let criterion = random.pick(Criterion.allCases)
        let old = weights[criterion] ?? 0
        changes.append(
          .weight(criterion, old == 0 || random.chance(percent: 50) ? old + 1 : old - 1))
      default: changes.append(randomLimit(&random))
      }
    }
    return changes
  }

  /// A country's limits, a cohort's places or a quota, a little off.
  private func randomLimit(_ random: inout SplitMix64) -> YearChange {
    let step = random.pick([-2, -1, 1, 2])
    switch random.below(3) {
    case 0:
      let index = random.below(countries.count)
      let places = cohorts.filter { $0.country == index }.reduce(0) { $0 + $1.places }
      let most = max(0, (countries[index].max ?? places) + step)
      return .country(index, min: min(countries[index].min, most), max: most)
    case 1 where rules.quotas.contains { $0.minimum != nil || $0.maximum != nil }:
      let quota = random.pick(rules.quotas.filter { $0.minimum != nil || $0.maximum != nil })
      if let maximum = quota.maximum {
        let most = max(quota.minimum ?? 0, maximum + step)
        return .quota(quota.id, minimum: quota.minimum, maximum: most)
      }
      return .quota(
        quota.id, minimum: max(0, (quota.minimum ?? 0) + step), maximum: quota.maximum)
    default:
      let index = random.below(cohorts.count)
      return .places(cohort: index, max(0, cohorts[index].places + step))
    }
  }
}
