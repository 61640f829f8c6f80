// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What the rules and criteria ask of a post, worked out once.
package struct PostFacts: Sendable {
  package var country: Int
  package var area: String
  package var city: String
  package var housing: Housing
  package var medicalTier: Int
  package var isRemote: Bool
  package var priority: Int
  package var hours: Int
  /// The farthest school from the base, metres.
  package var reach: Int
  /// Schools that must pause under `rotation`.
  package var pausing: Int
  /// How much the weakest teacher needs a good communicator, 0 to 100.
  var weakness: Int
  /// The criterion `school-need`.
  var need: Int
  var dietsAvailable: WordSet
  var skillsWanted: WordSet
  /// `sister:…`, `university:…` and `sister-city:…` tags.
  var ties: WordSet
  /// Identifiers of the schools, sorted.
  var schoolIds: [String]

  init(_ post: Post, year: ProgrammeYear, words: inout Words) {
    let schools = post.schools.map { year.schools[$0] }
    let base = year.schools[post.base]
    country = base.country
    area = base.area
    city = base.city
    housing = base.housing
    medicalTier = schools.map(\.medicalTier).min() ?? 0
    isRemote = schools.contains(where: \.isRemote)
    priority = schools.map(\.priority).max() ?? 1
    hours = schools.map(\.japaneseHours).reduce(0, +)
    reach = schools.map { base.position.metres(to: $0.position) }.max() ?? 0
    let limit = year.rules.rotation.maximumYearsRunning
    pausing =
      schools.count { $0.yearsRunning >= limit && $0.lastHostedYear == year.fiscalYear - 1 }
    weakness = schools.map { Self.weakness(of: $0.teacherLevel) }.max() ?? 0
    need = schools.map { Self.need(of: $0, in: year.fiscalYear) }.reduce(0, +) / schools.count
    dietsAvailable = words.set(of: base.dietAvailable)
    for school in schools.dropFirst() {
      dietsAvailable.formIntersection(words.set(of: school.dietAvailable))
    }
    skillsWanted = words.set(of: schools.flatMap(\.skillsWanted))
    ties = words.set(of: schools.flatMap(\.tags).filter(Self.isTie))
    schoolIds = schools.map(\.id).sorted()
  }

  /// Tags that tie a school to a prefecture, a university or a city of Japan.
  static func isTie(_ tag: String) -> Bool {
    tag.hasPrefix("sister:") || tag.hasPrefix("university:") || tag.hasPrefix("sister-city:")
  }

  private static func weakness(of level: TeacherLevel) -> Int {
    switch level {
    case .none, .n5: 100
    case .n4: 80
    case .n3: 60
    case .n2: 30
    case .n1: 10
    case .native: 0
    }
  }

  private static func need(of school: School, in fiscalYear: Int) -> Int {
    let load = min(40, school.learners / (5 * max(1, school.japaneseTeachers)))
    let waiting =
      school.lastHostedYear.map { min(60, 10 * max(0, fiscalYear - $0 - 1)) } ?? 60
    return load + waiting
  }
}

/// What the rules and criteria ask of an applicant, worked out once.
struct ApplicantFacts: Sendable {
  var diets: WordSet
  var skills: WordSet
  /// Ties of the same words as `PostFacts.ties`.
  var ties: WordSet
  /// The criterion `remote-experience` on a remote post.
  var experience: Int
  var pins: [Pin]
  var earlier: Earlier?

  /// The baseline's placement, with the base looked up in this year.
  struct Earlier: Sendable {
    var schoolIds: [String]
    var cohort: String
    /// Country and city of the base; none when the school is gone.
    var base: (country: Int, city: String)?
  }

  init(
    _ applicant: Applicant, pins: [Pin], earlier: EarlierPlacement?,
    schoolIndex: [String: Int], year: ProgrammeYear, words: inout Words
  ) {
    diets = words.set(of: applicant.diet)
    skills = words.set(of: applicant.skills)
    var tags = applicant.tags.filter {
      $0.hasPrefix("university:") || $0.hasPrefix("sister-city:")
    }
    if !applicant.prefecture.isEmpty { tags.append("sister:" + applicant.prefecture) }
    ties = words.set(of: tags)
    experience = min(100, 40 * applicant.earlierDispatches + 10 * applicant.teachingYears)
    self.pins = pins
    self.earlier = earlier.map { placement in
      let base = schoolIndex[placement.base].map { index in
        (year.schools[index].country, year.schools[index].city)
      }
      return Earlier(schoolIds: placement.schools, cohort: placement.cohort, base: base)
    }
  }
}
