// SPDX-License-Identifier: GPL-3.0-or-later

/// Who trains in Japan: partners before they leave, teachers and students of
/// the host schools.
package enum Trainee: String, CaseIterable, Sendable {
  case partners, teachers, students
}

/// How many people of each sex, 0 or more each.
package struct Headcount: Hashable, Sendable {
  package var women: Int
  package var men: Int
  /// People who share no room.
  package var others: Int

  package init(women: Int = 0, men: Int = 0, others: Int = 0) {
    self.women = women
    self.men = men
    self.others = others
  }

  /// Everybody.
  package var people: Int { women + men + others }

  package static func + (left: Headcount, right: Headcount) -> Headcount {
    Headcount(
      women: left.women + right.women, men: left.men + right.men,
      others: left.others + right.others)
  }
}

extension TeacherLevel {
  /// From 0 (none) over 1 (N5) and 5 (N1) to 6 (native).
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
