// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Lists the posts of a year that contain a school, given or formed.
///
/// The cohorts that the schools of a formed post have in common are not looked
/// at: a post without one takes no cohort and so has no eligible triple.
struct PostsOfSchool {
  private let structure: PostStructure
  private let given: [Int: [Post]]
  private let grid: SchoolGrid?

  init(year: ProgrammeYear) {
    structure = PostStructure(year: year)
    var given: [Int: [Post]] = [:]
    for post in year.givenPosts ?? [] {
      for school in Set(post.schools) { given[school, default: []].append(post) }
    }
    self.given = given
    grid =
      year.givenPosts == nil
      ? SchoolGrid(year.schools.indices, of: year, within: year.bundles.outerMetres) : nil
  }

  /// Visits the posts, smaller bundles first, until the body returns false.
  func visit(containing school: Int, _ body: (Post) -> Bool) {
    guard let grid else {
      _ = (given[school] ?? []).allSatisfy(body)
      return
    }
    guard body(structure.single(school)) else { return }
    let most = structure.year.bundles.maximumSchools
    guard most > 1 else { return }
    // The base is the school itself, or a neighbour that goes before it.
    let neighbours = neighbours(of: school, in: grid)
    let bases = [school] + neighbours.filter { structure.isBase($0, ratherThan: school) }
    for size in 2...most {
      for base in bases {
        let needed = base == school ? [] : [school]
        let free =
          size == needed.count + 1
          ? []
          : (base == school ? neighbours : self.neighbours(of: base, in: grid)).filter {
            $0 != school && structure.isBase(base, ratherThan: $0)
          }
        let goesOn = visitSubsets(of: free[...], size: size - 1 - needed.count, with: needed) {
          body(structure.bundle(base: base, further: $0))
        }
        guard goesOn else { return }
      }
    }
  }

  /// The other schools of a school's country within the outer distance.
  private func neighbours(of school: Int, in grid: SchoolGrid) -> [Int] {
    let schools = structure.year.schools
    var found: [Int] = []
    grid.visit(around: school) { other in
      if other != school, schools[other].country == schools[school].country { found.append(other) }
      return true
    }
    return found.sorted()
  }

  /// Visits the subsets of a size, each with the needed members added.
  private func visitSubsets(
    of free: ArraySlice<Int>, size: Int, with needed: [Int], _ body: ([Int]) -> Bool
  ) -> Bool {
    guard size > 0 else { return body(needed) }
    guard free.count >= size else { return true }
    for offset in free.indices {
      let goesOn = visitSubsets(
        of: free[(offset + 1)...], size: size - 1, with: needed + [free[offset]], body)
      guard goesOn else { return false }
    }
    return true
  }
}
