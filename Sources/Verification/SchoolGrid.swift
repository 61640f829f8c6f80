// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds the schools within a distance of a school.
///
/// Schools are put into the cells of a cubic lattice around the Earth's centre.
/// A cell is wider than the distance, and a straight line is shorter than its
/// great circle, so all that is near lies in the 27 cells around a school;
/// poles and the date line need no care.
struct SchoolGrid {
  private struct Cell: Hashable {
    var x: Int
    var y: Int
    var z: Int
  }

  private let schools: [School]
  private let metres: Int
  private let width: Double
  private var members: [Cell: [Int]] = [:]

  /// Sorts schools into cells.
  ///
  /// - Parameters:
  ///   - kept: The indices of the schools that are looked for.
  ///   - year: The year whose schools they are.
  ///   - metres: The distance, 0 or more.
  init(_ kept: some Sequence<Int>, of year: ProgrammeYear, within metres: Int) {
    schools = year.schools
    self.metres = metres
    // Two metres more than the distance, for its rounding and that of the cosines. The whole
    // Earth fits into the cells around its centre when they are wider than its diameter.
    width = Double(min(max(metres, 0), 13_000_000)) + 2
    for school in kept { members[cell(of: school), default: []].append(school) }
  }

  private func cell(of school: Int) -> Cell {
    let position = schools[school].position
    let latitude = position.latitude * .pi / 180
    let longitude = position.longitude * .pi / 180
    let scale = 6_371_008.8 / width
    return Cell(
      x: Int((cos(latitude) * cos(longitude) * scale).rounded(.down)),
      y: Int((cos(latitude) * sin(longitude) * scale).rounded(.down)),
      z: Int((sin(latitude) * scale).rounded(.down)))
  }

  /// Visits the kept schools within the distance of a school, itself among them
  /// when it is kept, until the body returns false.
  func visit(around school: Int, _ body: (Int) -> Bool) {
    let centre = cell(of: school)
    for x in centre.x - 1...centre.x + 1 {
      for y in centre.y - 1...centre.y + 1 {
        for z in centre.z - 1...centre.z + 1 {
          for other in members[Cell(x: x, y: y, z: z)] ?? []
          where schools[school].position.metres(to: schools[other].position) <= metres {
            guard body(other) else { return }
          }
        }
      }
    }
  }
}
