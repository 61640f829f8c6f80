// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// What makes a post a post: its schools, their order, its seats and cohorts.
struct PostStructure {
  let year: ProgrammeYear
  /// The rows of `posts.csv` by identifier; nothing when posts are formed.
  private let given: [String: Post]?

  init(year: ProgrammeYear) {
    self.year = year
    given = year.givenPosts.map { posts in
      Dictionary(posts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Whether every school of the post takes the cohort.
  static func takes(_ post: Post, cohort: Int, in year: ProgrammeYear) -> Bool {
    post.schools.allSatisfy { school in
      year.schools[school].country == year.cohorts[cohort].country
        && (year.schools[school].cohorts.isEmpty || year.schools[school].cohorts.contains(cohort))
    }
  }

  /// Whether a post keeps the hard rules that are about posts alone.
  static func keepsHardRules(_ post: Post, in year: ProgrammeYear) -> Bool {
    (year.rules[.hours] != .hard || HoursCheck.isKept(by: post, in: year))
      && (year.rules[.travel] != .hard || TravelCheck.isKept(by: post, in: year))
      && (year.rules[.rotation] != .hard
        || !post.schools.contains { RotationCheck.mustPause($0, in: year) })
  }

  /// Whether a school is the base rather than another one: it has more hours of
  /// Japanese, or as many and the smaller identifier.
  func isBase(_ school: Int, ratherThan other: Int) -> Bool {
    let (left, right) = (year.schools[school], year.schools[other])
    guard left.japaneseHours == right.japaneseHours else {
      return left.japaneseHours > right.japaneseHours
    }
    return identifier(left.id, precedes: right.id)
  }

  /// Whether a school lies near enough to a base to be in a bundle with it.
  func isWithinOuter(_ school: Int, of base: Int) -> Bool {
    year.schools[base].position.metres(to: year.schools[school].position)
      <= year.bundles.outerMetres
  }

  /// The post of one school.
  func single(_ school: Int) -> Post {
    Post(
      id: year.schools[school].id, schools: [school], seatsMin: year.schools[school].seatsMin,
      seatsMax: year.schools[school].seatsMax)
  }

  /// The bundle of a base and further schools in any order.
  func bundle(base: Int, further: [Int]) -> Post {
    let followers = further.sorted {
      identifier(year.schools[$0].id, precedes: year.schools[$1].id)
    }
    let schools = [base] + followers
    return Post(id: schools.map { year.schools[$0].id }.joined(separator: "+"), schools: schools)
  }

  /// Why there is no such post in the year, or nothing when there is.
  func fault(of post: Post) -> Sentence? {
    if let given {
      guard let row = given[post.id] else { return "posts.csv has no post \(post.id)" }
      return row == post
        ? nil : "\(post.id) is not as posts.csv has it (schools, their order, or seats differ)"
    }
    guard post.schools.count > 1 else {
      let single = single(post.base)
      return single == post
        ? nil
        : """
        \(post.id) is not the post of school \(single.id) with \(single.seatsMin) to \
        \(plain: single.seatsMax, "seat", "seats")
        """
    }
    return bundleFault(of: post)
  }

  private func bundleFault(of post: Post) -> Sentence? {
    let further = post.schools.dropFirst()
    guard Set(post.schools).count == post.schools.count else {
      return "\(post.id) names a school twice"
    }
    guard post.schools.count <= year.bundles.maximumSchools else {
      return """
        \(post.id) has \(post.schools.count) schools; a bundle has at most \
        \(year.bundles.maximumSchools)
        """
    }
    guard further.allSatisfy({ year.schools[$0].country == year.schools[post.base].country })
    else { return "the schools of \(post.id) are not of one country" }
    guard further.allSatisfy({ isBase(post.base, ratherThan: $0) }) else {
      return "\(year.schools[post.base].id) cannot be the base of \(post.id)"
    }
    if let far = further.first(where: { !isWithinOuter($0, of: post.base) }) {
      let metres = year.schools[post.base].position.metres(to: year.schools[far].position)
      return """
        \(year.schools[far].id) lies \(metres) m from the base of \(post.id); a bundle reaches at \
        most \(year.bundles.outerMetres) m
        """
    }
    let formed = bundle(base: post.base, further: Array(further))
    guard formed == post else {
      return "\(post.id) is not written as Musubi forms it (\(formed.id), one seat)"
    }
    return nil
  }
}
