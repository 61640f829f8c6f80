// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What placements are worth by each criterion.
///
/// Written from the section "Criteria" of `docs/rules.md`; divisions round down.
package struct PlacementPoints: Sendable {
  private let year: ProgrammeYear
  /// The first baseline placement of each applicant who has one.
  private let earlier: [Int: EarlierPlacement]
  private let schoolsById: [String: Int]
  private let pins: [Int: [Pin]]

  /// Prepares the look-ups.
  ///
  /// - Parameters:
  ///   - year: The programme year.
  ///   - baseline: The earlier plan, if there is one.
  package init(year: ProgrammeYear, baseline: [EarlierPlacement]?) {
    self.year = year
    earlier = Dictionary(
      (baseline ?? []).map { ($0.applicant, $0) }, uniquingKeysWith: { first, _ in first })
    schoolsById =
      earlier.isEmpty
      ? [:]
      : Dictionary(
        year.schools.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    pins = Dictionary(grouping: year.pins, by: \.applicant)
  }

  /// The rows of `pins.csv` about an applicant, in the file's order.
  func rows(of applicant: Int) -> [Pin] { pins[applicant] ?? [] }

  /// Whether the earlier plan places an applicant.
  func hasEarlier(_ applicant: Int) -> Bool { earlier[applicant] != nil }

  /// Whether the earlier plan has a placement's applicant at these very schools
  /// and in this cohort.
  func isAsBefore(_ placement: Placement) -> Bool {
    guard let before = earlier[placement.applicant] else { return false }
    return before.cohort == year.cohorts[placement.cohort].id
      && Set(before.schools) == Set(placement.post.schools.map { year.schools[$0].id })
  }

  /// The points of every criterion, before weighting, each from 0 to 100.
  package func points(of placement: Placement) -> [Criterion: Int] {
    Dictionary(
      uniqueKeysWithValues: Criterion.allCases.map { ($0, points(of: placement, by: $0)) })
  }

  /// The sum of weight × criterion over the criteria.
  package func weightedPoints(of placement: Placement) -> Int64 {
    var sum: Int64 = 0
    for criterion in Criterion.allCases {
      guard let weight = year.weights[criterion], weight != 0 else { continue }
      sum += Int64(weight) * Int64(points(of: placement, by: criterion))
    }
    return sum
  }

  /// The points of one criterion, before weighting.
  package func points(of placement: Placement, by criterion: Criterion) -> Int {
    switch criterion {
    case .countryWish: countryWish(placement)
    case .interview: year.applicants[placement.applicant].interviewScore
    case .skillMatch: skillMatch(placement)
    case .communicator: communicator(placement)
    case .schoolNeed: schoolNeed(placement)
    case .regionalTies: hasRegionalTies(placement) ? 100 : 0
    case .remoteExperience: remoteExperience(placement)
    case .continuity: continuity(placement)
    case .preference:
      rows(of: placement.applicant).contains { $0.kind == .prefer && $0.isMet(by: placement) }
        ? 100 : 0
    }
  }
}

// MARK: - The criteria
extension PlacementPoints {
  private func countryWish(_ placement: Placement) -> Int {
    let ranks = year.applicants[placement.applicant].countryRanks
    guard !ranks.isEmpty else { return 100 }
    let country = year.cohorts[placement.cohort].country
    guard let rank = ranks.firstIndex(where: { $0.contains(country) }) else { return 0 }
    return 100 * (ranks.count - rank) / ranks.count
  }

  private func skillMatch(_ placement: Placement) -> Int {
    // A few words, which are compared sooner than hashed.
    var wanted: [String] = []
    for school in placement.post.schools {
      for skill in year.schools[school].skillsWanted where !wanted.contains(skill) {
        wanted.append(skill)
      }
    }
    guard !wanted.isEmpty else { return 50 }
    let skills = year.applicants[placement.applicant].skills
    return 100 * wanted.count { skills.contains($0) } / wanted.count
  }

  private func communicator(_ placement: Placement) -> Int {
    let applicant = year.applicants[placement.applicant]
    let language = year.countries[year.cohorts[placement.cohort].country].language
    let level = max(applicant.level(in: "en"), applicant.level(in: language))
    let weakest = placement.post.schools.map { weakness(year.schools[$0].teacherLevel) }.max() ?? 0
    return 20 * level * weakest / 100
  }

  private func weakness(_ level: TeacherLevel) -> Int {
    switch level {
    case .none, .n5: 100
    case .n4: 80
    case .n3: 60
    case .n2: 30
    case .n1: 10
    case .native: 0
    }
  }

  private func schoolNeed(_ placement: Placement) -> Int {
    let sum = placement.post.schools.reduce(0) { $0 + need(of: year.schools[$1]) }
    return sum / placement.post.schools.count
  }

  private func need(of school: School) -> Int {
    let load = min(40, school.learners / (5 * max(1, school.japaneseTeachers)))
    let waiting =
      school.lastHostedYear.map { min(60, 10 * max(0, year.fiscalYear - $0 - 1)) } ?? 60
    return load + waiting
  }

  private func hasRegionalTies(_ placement: Placement) -> Bool {
    let applicant = year.applicants[placement.applicant]
    let ties = applicant.tags.filter {
      $0.hasPrefix("university:") || $0.hasPrefix("sister-city:")
    }
    return placement.post.schools.contains { school in
      let tags = year.schools[school].tags
      return (!applicant.prefecture.isEmpty && tags.contains("sister:" + applicant.prefecture))
        || ties.contains(where: tags.contains)
    }
  }

  private func remoteExperience(_ placement: Placement) -> Int {
    guard placement.post.schools.contains(where: { year.schools[$0].isRemote }) else { return 0 }
    let applicant = year.applicants[placement.applicant]
    return min(100, 40 * applicant.earlierDispatches + 10 * applicant.teachingYears)
  }

  private func continuity(_ placement: Placement) -> Int {
    guard let before = earlier[placement.applicant] else { return 0 }
    if Set(before.schools) == Set(placement.post.schools.map { year.schools[$0].id }) {
      return 100
    }
    guard let base = schoolsById[before.base] else { return 0 }
    if City(ofSchool: base, in: year) == City(of: placement.post, in: year) { return 50 }
    return year.schools[base].country == year.schools[placement.post.base].country ? 20 : 0
  }
}
