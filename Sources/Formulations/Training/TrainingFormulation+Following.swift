// SPDX-License-Identifier: GPL-3.0-or-later

package import IntegerProgramming
internal import Programme

extension TrainingFormulation {
  /// Sums that agree with an assignment of a coarser formulation of the same classes.
  ///
  /// They say for each course and country how many sessions are open, how many of
  /// each class join them, and in how many of them each country is. What is left to
  /// decide is when and where.
  ///
  /// - Parameters:
  ///   - plan: An assignment of the coarser formulation.
  ///   - coarse: The coarser formulation.
  /// - Returns: Sums of columns of this formulation, each with its value.
  /// - Complexity: O(*t* log *t*) for *t* columns of both.
  package func sums(
    following plan: Assignment, of coarse: TrainingFormulation
  ) -> [(terms: [Term], value: Int64)] {
    // Classes of this formulation are parts of those of the coarser one.
    var whole = [Int](repeating: 0, count: classes.count)
    for (fine, rough) in zip(positions, coarse.positions) { whole[fine] = rough }
    let terms = gathered { $0.map { whole[$0] } }
    let values = coarse.gathered { $0 }
    return Set(terms.keys).union(values.keys).sorted().map { key in
      let value = (values[key] ?? []).reduce(Int64(0)) { $0 + plan[$1] }
      return ((terms[key] ?? []).map { Term($0, 1) }, value)
    }
  }

  /// The columns of each course, country and subject.
  private func gathered(
    _ name: (_ group: Int?) -> Int?
  ) -> [SumKey: [Column]] {
    var columns: [SumKey: [Column]] = [:]
    for (index, pattern) in patterns.enumerated() {
      let key = SumKey(
        course: eligibility.sessions[pattern.sessions[0]].course,
        country: pattern.country ?? -1, kind: 0, subject: -1)
      columns[key, default: []].append(open[index])
      for (join, column) in zip(pattern.joins, joins[index]) {
        columns[key.about(1, name(join.group) ?? -1), default: []].append(column)
      }
    }
    for (spot, countries) in presence {
      let pattern = patterns[spots[spot][0]]
      let key = SumKey(
        course: eligibility.sessions[pattern.sessions[0]].course,
        country: pattern.country ?? -1, kind: 0, subject: -1)
      for (country, column) in countries {
        columns[key.about(2, country), default: []].append(column)
      }
    }
    return columns.mapValues { $0.sorted { $0.index < $1.index } }
  }
}

/// What a sum is about.
private struct SumKey: Hashable, Comparable {
  var course: Int
  var country: Int
  /// 0 for open sessions, 1 for a class, 2 for a country's presence.
  var kind: Int
  /// The class or the country.
  var subject: Int

  func about(_ kind: Int, _ subject: Int) -> SumKey {
    SumKey(course: course, country: country, kind: kind, subject: subject)
  }

  static func < (left: SumKey, right: SumKey) -> Bool {
    (left.course, left.country, left.kind, left.subject)
      < (right.course, right.country, right.kind, right.subject)
  }
}
