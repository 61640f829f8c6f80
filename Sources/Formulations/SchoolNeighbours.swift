// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// For each school, the others of its country within a distance, ascending.
///
/// Schools are put into bands of latitude as high as the distance, so that only
/// three bands are compared for each.
///
/// - Complexity: O(*s* · *b*), where *s* is the number of schools and *b* the
///   number in three bands of one country.
package struct SchoolNeighbours: Sendable {
  private let lists: [[Int]]

  package init(_ year: ProgrammeYear, within metres: Int) {
    // A degree of latitude is never shorter than 111,000 m on the sphere used.
    let bandHeight = Swift.max(Double(metres) / 111_000, 0.01)
    struct Band: Hashable {
      var country: Int
      var number: Int
    }
    func band(_ school: School) -> Band {
      Band(
        country: school.country,
        number: Int((school.position.latitude / bandHeight).rounded(.down)))
    }
    var members: [Band: [Int]] = [:]
    for (index, school) in year.schools.enumerated() {
      members[band(school), default: []].append(index)
    }
    lists = year.schools.indices.map { index in
      let school = year.schools[index]
      let own = band(school)
      var near: [Int] = []
      for step in -1...1 {
        let key = Band(country: own.country, number: own.number + step)
        for other in members[key] ?? [] where other != index {
          if school.position.metres(to: year.schools[other].position) <= metres {
            near.append(other)
          }
        }
      }
      return near.sorted()
    }
  }

  package subscript(school: Int) -> [Int] { lists[school] }
}
