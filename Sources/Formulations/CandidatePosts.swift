// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// The posts that exist in a year before any rule is asked: those of
/// `posts.csv`, or every school and every bundle within the outer limits.
///
/// Sorted by identifier. `docs/rules.md`, section "Posts", is the definition.
package func candidatePosts(of year: ProgrammeYear) -> [Post] {
  if let given = year.givenPosts { return given.sorted { $0.id < $1.id } }
  var posts: [Post] = []
  for (index, school) in year.schools.enumerated() {
    posts.append(
      Post(
        id: school.id, schools: [index], seatsMin: school.seatsMin, seatsMax: school.seatsMax))
  }
  if year.bundles.maximumSchools >= 2 {
    posts += bundles(of: year)
  }
  return posts.sorted { $0.id < $1.id }
}

/// Whether every school of a post takes a cohort.
package func takes(_ post: Post, cohort: Int, in year: ProgrammeYear) -> Bool {
  post.schools.allSatisfy { index in
    let school = year.schools[index]
    return school.country == year.cohorts[cohort].country
      && (school.cohorts.isEmpty || school.cohorts.contains(cohort))
  }
}

/// Bundles of two and three schools, found through a grid of cells as wide as
/// the outer limit, so that only neighbours are compared.
private func bundles(of year: ProgrammeYear) -> [Post] {
  let neighbours = SchoolNeighbours(year, within: year.bundles.outerMetres)
  var found: [Post] = []
  func add(_ base: Int, _ others: [Int]) {
    let schools = [base] + others
    guard
      year.cohorts.indices.contains(where: {
        takes(Post(id: "", schools: schools), cohort: $0, in: year)
      })
    else { return }
    found.append(
      Post(id: schools.map { year.schools[$0].id }.joined(separator: "+"), schools: schools))
  }
  for base in year.schools.indices {
    // Schools that may stand behind this base: fewer hours, or equal hours and
    // a later identifier (schools are sorted by identifier).
    let followers = neighbours[base].filter { other in
      let (a, b) = (year.schools[base], year.schools[other])
      return (b.japaneseHours, base) < (a.japaneseHours, other)
    }
    for (position, second) in followers.enumerated() {
      add(base, [second])
      guard year.bundles.maximumSchools >= 3 else { continue }
      for third in followers[(position + 1)...] { add(base, [second, third]) }
    }
  }
  return found
}
