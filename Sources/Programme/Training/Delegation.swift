// SPDX-License-Identifier: GPL-3.0-or-later

/// People of one host school who travel to Japan together or not at all:
/// teachers, or students with their leaders.
package struct Delegation: Hashable, Sendable {
  package var id: String
  /// Index into the year's schools.
  package var school: Int
  /// `teachers` or `students`.
  package var trainee: Trainee
  /// The teachers or the students, without leaders.
  package var members: Headcount
  /// Teachers who lead students; nobody for teachers.
  package var leaders: Headcount
  /// Their Japanese, of the weakest of them.
  package var level: TeacherLevel
  /// Whether they have not been to Japan before.
  package var isFirstVisit: Bool
  /// Weight of a person in the count of people trained, 1 to 100.
  package var priority: Int
  /// Indices of the courses they accept; empty means all of their kind.
  package var courses: [Int]
  /// First and last day they are free; none means no limit.
  package var availableFrom: Day?
  package var availableTo: Day?
  /// Months in which they had rather travel, 1 to 12; empty means any.
  package var months: [Int]
  /// Diets that must be kept, in the words of the sites' `diets`.
  package var diet: [String]
  /// Identifiers of the people, where a person is in several delegations.
  package var people: [String]
  /// Fiscal year in which somebody of them was invited last; none if never.
  package var lastInvitedYear: Int?
  /// Words for selectors.
  package var tags: [String]

  package init(
    id: String, school: Int, trainee: Trainee, members: Headcount,
    leaders: Headcount = Headcount(), level: TeacherLevel = .n4, isFirstVisit: Bool = false,
    priority: Int = 1, courses: [Int] = [], availableFrom: Day? = nil, availableTo: Day? = nil,
    months: [Int] = [], diet: [String] = [], people: [String] = [], lastInvitedYear: Int? = nil,
    tags: [String] = []
  ) {
    self.id = id
    self.school = school
    self.trainee = trainee
    self.members = members
    self.leaders = leaders
    self.level = level
    self.isFirstVisit = isFirstVisit
    self.priority = priority
    self.courses = courses
    self.availableFrom = availableFrom
    self.availableTo = availableTo
    self.months = months
    self.diet = diet
    self.people = people
    self.lastInvitedYear = lastInvitedYear
    self.tags = tags
  }

  /// Members and leaders.
  package var headcount: Headcount { members + leaders }

  /// Teachers whom the school misses while they travel.
  package var teachers: Int { trainee == .teachers ? members.people : leaders.people }
}
