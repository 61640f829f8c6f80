// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// What the identifier of a post stands for.
enum PostLookup {
  /// A post of these schools, base first.
  case found([Int])
  /// The tables needed to tell could not be read.
  case unknown
  /// No post, for this reason.
  case wrong(CellProblem)
}

extension YearDraft {
  /// The schools of the post with an identifier, given or formed.
  ///
  /// `docs/rules.md`, section "Posts", defines which posts are formed.
  func postSchools(_ id: String) -> PostLookup {
    guard !sources.posts.isPresent else {
      guard let index = postNames[id] else {
        return postNames.isReadable
          ? .wrong(CellProblem("names no post", expected: "an identifier of posts.csv")) : .unknown
      }
      return posts[index].has("schools") ? .found(posts[index].row.schools) : .unknown
    }
    var members: [Int] = []
    for part in id.split(separator: "+", omittingEmptySubsequences: false) {
      guard let index = names.schools[String(part)] else {
        return names.schools.isReadable
          ? .wrong(
            CellProblem(
              "names no school",
              expected: "a school, or schools of one bundle joined by +", part: String(part)))
          : .unknown
      }
      members.append(index)
    }
    if let problem = problemOfBundle(members) { return .wrong(problem) }
    return .found(members)
  }

  /// Why schools are no bundle that Musubi forms; nothing if they are, or if
  /// it cannot be told.
  private func problemOfBundle(_ members: [Int]) -> CellProblem? {
    let limits = settings.bundles
    guard members.count > 1 else { return nil }
    guard members.count <= limits.maximumSchools else {
      return CellProblem(
        "is a bundle of \(members.count) schools",
        expected: "at most \(limits.maximumSchools), as bundles.max_schools says")
    }
    guard Set(members).count == members.count else {
      return CellProblem("names a school twice", expected: "each school once")
    }
    let countries = members.map { country(ofSchool: $0) }
    guard !countries.contains(nil) else { return nil }
    guard Set(countries).count == 1 else {
      return CellProblem("lies in more than one country", expected: "schools of one country")
    }
    guard haveCommonCohort(members) else {
      return CellProblem("takes no cohort", expected: "schools with a cohort in common")
    }
    let rows = members.map { schools[$0] }
    guard rows.allSatisfy({ $0.has("japanese_hours", "latitude", "longitude") }) else { return nil }
    let ordered = members.sorted { precedes($0, $1) }
    let right = [ordered[0]] + ordered.dropFirst().sorted()
    guard members == right else {
      return CellProblem(
        "is not in the order of a bundle", expected: "the school with most hours first",
        hint: .didYouMean(right.map { names.schools.names[$0] }.joined(separator: "+")))
    }
    let far = members.dropFirst().first { distance(members[0], $0) > limits.outerMetres }
    return far.map {
      CellProblem(
        """
        is no bundle: \(names.schools.names[$0]) is \
        \(kilometres(distance(members[0], $0) / 100 * 100)) km from the base
        """,
        expected: "at most \(kilometres(limits.outerMetres)) km, as bundles.outer_km says")
    }
  }

  /// Whether the first school is the base rather than the second.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    (schools[other].row.school.japaneseHours, one) < (schools[one].row.school.japaneseHours, other)
  }

  private func distance(_ one: Int, _ other: Int) -> Int {
    func position(_ school: Int) -> GeoPoint {
      GeoPoint(latitude: schools[school].row.latitude, longitude: schools[school].row.longitude)
    }
    return position(one).metres(to: position(other))
  }

  /// Whether a post may contain both schools.
  func canShareAPost(_ one: Int, _ other: Int) -> Bool {
    guard !sources.posts.isPresent else {
      return posts.contains { read in
        !read.has("schools") || (read.row.schools.contains(one) && read.row.schools.contains(other))
      }
    }
    let base = precedes(one, other) ? [one, other] : [other, one]
    if settings.bundles.maximumSchools < 3 { return problemOfBundle(base) == nil }
    // A third school may be the base of both.
    guard let first = country(ofSchool: one), let second = country(ofSchool: other) else {
      return true
    }
    return first == second && distance(one, other) <= 2 * settings.bundles.outerMetres
  }

  /// The most partners that a post with a school takes; nothing if unknown.
  func mostSeats(at school: Int) -> Int? {
    guard sources.posts.isPresent else {
      return schools[school].has("seats_max") ? schools[school].row.school.seatsMax : nil
    }
    let holding = posts.filter { !$0.has("schools") || $0.row.schools.contains(school) }
    guard holding.allSatisfy({ $0.has("schools", "seats_max") }) else { return nil }
    return holding.map(\.row.seatsMax).max()
  }
}

/// A distance in kilometres, as it is written in settings.
func kilometres(_ metres: Int) -> String {
  decimalForDisplay(Double(metres) / 1000)
}
