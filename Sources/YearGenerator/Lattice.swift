// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A grid of cells about 11 km wide over the globe, and points inside them.
///
/// Schools lie one or two to a cell, so that the number of bundles grows with
/// the number of schools and not with its square. Everything is an integer: a
/// coordinate is a whole number of hundred-thousandths of a degree.
enum Lattice {
  struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  /// A point in hundred-thousandths of a degree.
  struct Point: Hashable {
    var latitude: Int
    var longitude: Int

    var position: GeoPoint {
      GeoPoint(latitude: Double(latitude) / 100_000, longitude: Double(longitude) / 100_000)
    }
  }

  /// Height of a cell, in hundred-thousandths of a degree: 11 km.
  private static let height = 9893

  static func cell(of point: Point) -> Cell {
    let row = quotient(point.latitude, height)
    return Cell(row: row, column: quotient(point.longitude, width(ofRow: row)))
  }

  static func centre(of cell: Cell) -> Point {
    let width = width(ofRow: cell.row)
    return Point(
      latitude: cell.row * height + height / 2, longitude: cell.column * width + width / 2)
  }

  /// The point so many metres to the north and east.
  static func moved(_ point: Point, north: Int, east: Int) -> Point {
    Point(
      latitude: point.latitude + north * 100_000 / 111_195,
      longitude: point.longitude
        + east * 1_000_000_000 / (111_195 * cosine(ofLatitude: point.latitude)))
  }

  /// The cells at a distance of `ring` steps from a centre, going round.
  ///
  /// - Parameters:
  ///   - ring: 0 or more.
  ///   - centre: The cell in the middle.
  ///   - closed: Sides of the centre that are left out.
  /// - Returns: Neighbours on the way round stand beside each other.
  static func ring(_ ring: Int, around centre: Cell, closed: [Side]) -> [Cell] {
    guard ring > 0 else { return [centre] }
    var steps: [(row: Int, column: Int)] = []
    for column in -ring..<ring { steps.append((ring, column)) }
    for row in stride(from: ring, to: -ring, by: -1) { steps.append((row, ring)) }
    for column in stride(from: ring, to: -ring, by: -1) { steps.append((-ring, column)) }
    for row in -ring..<ring { steps.append((row, -ring)) }
    return steps.compactMap { row, column in
      closed.contains(side(row: row, column: column))
        ? nil : Cell(row: centre.row + row, column: centre.column + column)
    }
  }

  private static func side(row: Int, column: Int) -> Side {
    if abs(row) >= abs(column) { return row > 0 ? .north : .south }
    return column > 0 ? .east : .west
  }

  private static func width(ofRow row: Int) -> Int {
    height * 10_000 / cosine(ofLatitude: row * height + height / 2)
  }

  /// Ten thousand times the cosine, after Bhaskara I; right to two parts in a
  /// thousand, which is enough for a grid.
  private static func cosine(ofLatitude latitude: Int) -> Int {
    let thousandths = latitude / 100
    let square = thousandths * thousandths
    return (32_400_000_000 - 4 * square) * 10_000 / (32_400_000_000 + square)
  }

  /// The quotient rounded down, also below zero.
  private static func quotient(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
  }
}
