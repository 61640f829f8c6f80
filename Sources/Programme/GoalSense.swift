// SPDX-License-Identifier: GPL-3.0-or-later

/// What a planner wants first, second, and so on; of some goals less is better.
package protocol PlannersGoal: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Whether less of it is better.
  var isLeast: Bool { get }
}

extension Goal: PlannersGoal {
  package var isLeast: Bool {
    switch self {
    case .penalties, .changes, .blockingPairs, .ranks, .moved, .dropped: true
    case .filled, .fairness, .points, .weighted: false
    }
  }
}

extension TrainingGoal: PlannersGoal {
  package var isLeast: Bool {
    switch self {
    case .moved, .dropped, .penalties, .changes, .cost, .months: true
    case .trained, .fairness, .firstVisits, .mixing: false
    }
  }
}

extension ReturneeGoal: PlannersGoal {
  package var isLeast: Bool {
    switch self {
    case .penalties, .travel, .moved: true
    case .reach, .fairness, .filled: false
    }
  }
}

extension ExchangeGoal: PlannersGoal {
  package var isLeast: Bool {
    switch self {
    case .blockingPairs, .ranks, .penalties, .repeats, .weeks: true
    case .pairs, .debts, .fairness, .points: false
    }
  }
}

extension DecadeGoal: PlannersGoal {
  package var isLeast: Bool {
    switch self {
    case .penalties, .cost, .smooth: true
    case .reach, .lostYear, .aims: false
    }
  }
}

/// The names of all goals of which less is better; a name means the same in every problem.
private let leastGoals: Set<String> = {
  func names<Goals: PlannersGoal>(_: Goals.Type) -> [String] {
    Goals.allCases.filter(\.isLeast).map(\.rawValue)
  }
  return Set(
    names(Goal.self) + names(TrainingGoal.self) + names(ReturneeGoal.self)
      + names(ExchangeGoal.self) + names(DecadeGoal.self))
}()

extension TierResult {
  /// Whether less of it is better; of every other tier more is.
  package var isLeast: Bool { leastGoals.contains(name) }
}
