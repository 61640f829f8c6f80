// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

// MARK: - Points

extension Oracle {
  /// The sum of weight × criterion.
  package func points(_ placement: Placement) -> Int {
    Criterion.allCases.reduce(0) { sum, criterion in
      let weight = year.weights[criterion] ?? 0
      return weight == 0 ? sum : sum + weight * points(criterion, placement)
    }
  }

  /// What one criterion gives, before weighting.
  package func points(_ criterion: Criterion, _ placement: Placement) -> Int {
    let applicant = year.applicants[placement.applicant]
    let schools = placement.post.schools.map { year.schools[$0] }
    switch criterion {
    case .countryWish: return countryWish(placement)
    case .interview: return applicant.interviewScore
    case .skillMatch:
      let wanted = Set(schools.flatMap(\.skillsWanted))
      let had = wanted.filter { applicant.skills.contains($0) }
      return wanted.isEmpty ? 50 : 100 * had.count / wanted.count
    case .communicator:
      let level = betterLevel(applicant, year.cohorts[placement.cohort])
      let weakness = schools.map { Oracle.weakness($0.teacherLevel) }.max() ?? 0
      return 20 * level * weakness / 100
    case .schoolNeed: return schools.reduce(0) { $0 + need($1) } / schools.count
    case .regionalTies: return hasTies(applicant, schools) ? 100 : 0
    case .remoteExperience:
      guard schools.contains(where: \.isRemote) else { return 0 }
      return min(100, 40 * applicant.earlierDispatches + 10 * applicant.teachingYears)
    case .continuity: return continuity(placement)
    case .preference:
      return year.pins.contains { $0.kind == .prefer && names($0, placement) } ? 100 : 0
    }
  }

  private func countryWish(_ placement: Placement) -> Int {
    let ranks = year.applicants[placement.applicant].countryRanks
    guard !ranks.isEmpty else { return 100 }
    let country = year.cohorts[placement.cohort].country
    guard let rank = ranks.firstIndex(where: { $0.contains(country) }) else { return 0 }
    return 100 * (ranks.count - rank) / ranks.count
  }

  private static func weakness(_ level: TeacherLevel) -> Int {
    switch level {
    case .none, .n5: 100
    case .n4: 80
    case .n3: 60
    case .n2: 30
    case .n1: 10
    case .native: 0
    }
  }

  private func need(_ school: School) -> Int {
    let load = min(40, school.learners / (5 * max(1, school.japaneseTeachers)))
    guard let last = school.lastHostedYear else { return load + 60 }
    return load + min(60, 10 * max(0, year.fiscalYear - last - 1))
  }

  private func hasTies(_ applicant: Applicant, _ schools: [School]) -> Bool {
    let tags = Set(schools.flatMap(\.tags))
    if !applicant.prefecture.isEmpty, tags.contains("sister:" + applicant.prefecture) {
      return true
    }
    return applicant.tags.contains { tag in
      (tag.hasPrefix("university:") || tag.hasPrefix("sister-city:")) && tags.contains(tag)
    }
  }

  private func continuity(_ placement: Placement) -> Int {
    guard let earlier = earlier(placement.applicant) else { return 0 }
    if schoolSet(placement.post) == Set(earlier.schools) { return 100 }
    guard let oldBase = year.schools.first(where: { $0.id == earlier.base }) else { return 0 }
    let base = year.schools[placement.post.base]
    guard base.country == oldBase.country else { return 0 }
    return base.city == oldBase.city ? 50 : 20
  }
}

// MARK: - The baseline plan

extension Oracle {
  /// The applicant's placement in the baseline plan.
  func earlier(_ applicant: Int) -> EarlierPlacement? {
    baseline?.first { $0.applicant == applicant }
  }

  private func schoolSet(_ post: Post) -> Set<String> {
    Set(post.schools.map { year.schools[$0].id })
  }

  /// Whether an applicant differs from the baseline plan.
  func differs(_ applicant: Int, _ placement: Placement?) -> Bool {
    switch (earlier(applicant), placement) {
    case (nil, nil): false
    case (nil, .some), (.some, nil): true
    case (.some(let earlier), .some(let placement)):
      schoolSet(placement.post) != Set(earlier.schools)
        || year.cohorts[placement.cohort].id != earlier.cohort
    }
  }
}
