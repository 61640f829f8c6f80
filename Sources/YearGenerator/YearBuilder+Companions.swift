// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension YearBuilder {
  /// Metres between bases that surely count as near; a little less than the
  /// rule's 50 km.
  static let nearMetres = 49_500

  /// For each open post, whether its partners have nobody of their cohort near.
  func lonelyPosts() -> [Bool] {
    let ofCohort = postsOfCohorts()
    return openPosts.indices.map { index in
      let post = openPosts[index]
      return post.seats < 2
        && !ofCohort[post.cohort].contains { $0 != index && isNear(post.unit, openPosts[$0].unit) }
    }
  }

  /// Moves lonely posts of the plan to free units near others of the cohort.
  mutating func repairCompanions(_ isOpen: inout [Bool]) {
    let lonely = lonelyPosts()
    var ofCohort = postsOfCohorts()
    for index in openPosts.indices where lonely[index] {
      let post = openPosts[index]
      let others = ofCohort[post.cohort].filter { $0 != index }
      guard !others.contains(where: { isNear(openPosts[$0].unit, post.unit) }) else { continue }
      let country = units[post.unit].country
      let free = unitsOfTowns[country].lazy.joined().first { unit in
        !isOpen[unit] && units[unit].seatsMin == 1
          && others.contains { isNear(unit, openPosts[$0].unit) }
      }
      guard let free else { continue }
      isOpen[post.unit] = false
      isOpen[free] = true
      openPosts[index].unit = free
      ofCohort[post.cohort] = others + [index]
    }
  }

  private func postsOfCohorts() -> [[Int]] {
    var lists: [[Int]] = Array(repeating: [], count: cohorts.count)
    for (index, post) in openPosts.enumerated() { lists[post.cohort].append(index) }
    return lists
  }

  private func isNear(_ unit: Int, _ other: Int) -> Bool {
    let (here, there) = (schools[units[unit].schools[0]], schools[units[other].schools[0]])
    // Half a degree of latitude is 55 km.
    guard abs(here.position.latitude - there.position.latitude) < 0.5 else { return false }
    return here.position.metres(to: there.position) <= Self.nearMetres
  }
}
