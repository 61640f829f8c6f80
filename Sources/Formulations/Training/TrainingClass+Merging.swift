// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Classes that a coarse formulation need not tell apart, put together.
struct MergedClasses {
  var classes: [TrainingClass]
  var patterns: [SessionPattern]
  /// Where each of the classes went.
  var positions: [Int]
}

/// What a coarse formulation knows of a class.
private struct CoarseLikeness: Hashable {
  var country: Int
  var people: Int
  var leaders: Int
  var priority: Int
  var isFirstVisit: Bool
  var hosts: [Int]
  /// Patterns with the price, whether they are loved, and which quotas count them.
  var joins: [Join]
  var earlier: TrainingSession?
  var didTrain: Bool
  var announced: TrainingSession?
  /// The class itself where a rule looks at it alone.
  var alone: Int?

  struct Join: Hashable {
    var pattern: Int
    var penalty: Int64
    var isUnloved: Bool
    var quotas: [Bool]
  }
}

extension TrainingEligibility {
  /// Puts classes together that join the same patterns at the same price and count
  /// alike in every goal and quota: sexes, areas and calendars make no difference
  /// any more once it is known which patterns they leave.
  ///
  /// - Complexity: O(joins × quotas).
  func merged(
    _ classes: [TrainingClass], _ patterns: [SessionPattern], _ baseline: TrainingBaseline?
  ) -> MergedClasses {
    var joins = [[CoarseLikeness.Join]](repeating: [], count: classes.count)
    for (index, pattern) in patterns.enumerated() {
      for (group, penalty) in pattern.joins {
        guard let delegation = classes[group].delegation else { continue }
        joins[group].append(
          CoarseLikeness.Join(
            pattern: index, penalty: penalty,
            isUnloved: isUnloved(delegation, pattern.sessions),
            quotas: quotaMembership(delegation, pattern.sessions[0])))
      }
    }
    let announced = year.training.announcedSessions
    var positions: [Int] = []
    var known: [CoarseLikeness: Int] = [:]
    var merged: [TrainingClass] = []
    for (index, group) in classes.enumerated() {
      let likeness = likeness(
        of: group, index, joins[index], baseline, announced[group.groups[0]])
      if let position = known[likeness] {
        merged[position].groups += group.groups
        positions.append(position)
      } else {
        known[likeness] = merged.count
        positions.append(merged.count)
        merged.append(group)
      }
    }
    let renamed = patterns.map { pattern in
      var pattern = pattern
      var prices: [Int: Int64] = [:]
      for (group, penalty) in pattern.joins { prices[positions[group]] = penalty }
      pattern.joins = prices.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      return pattern
    }
    return MergedClasses(classes: merged, patterns: renamed, positions: positions)
  }

  private func likeness(
    of group: TrainingClass, _ index: Int, _ joins: [CoarseLikeness.Join],
    _ baseline: TrainingBaseline?, _ announced: TrainingSession?
  ) -> CoarseLikeness {
    let delegation = group.delegation.map { year.training.delegations[$0] }
    let first = group.groups[0]
    let isAlone =
      delegation.map { !$0.people.isEmpty } ?? true || baseline?.pins[first] != nil
    return CoarseLikeness(
      country: group.country, people: group.people, leaders: group.leaders.people,
      priority: delegation?.priority ?? 0, isFirstVisit: delegation?.isFirstVisit ?? false,
      hosts: delegation.map { hosting.cohortsOfSchool?[$0.school] ?? [] } ?? [], joins: joins,
      earlier: baseline?.earlier[first], didTrain: baseline?.trained.contains(first) ?? false,
      announced: announced, alone: isAlone ? index : nil)
  }

  private func quotaMembership(_ delegation: Int, _ session: Int) -> [Bool] {
    year.training.rules.quotas.flatMap { quota in
      [quota.select, quota.share?.of ?? quota.select].map { selects($0, delegation, session) }
    }
  }
}
