// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// The structure of a year with the cohorts of each country taken for one: a
/// column says how many sit at a post, in whatever cohort.
///
/// A merged column is the sum of the seats of a post's slots. A row keeps it with
/// the least of their coefficients where it has an upper side, with the greatest
/// where it has a lower one, so that every plan keeps the merged rows: what is
/// best here is a bound (aggregation of columns and rows; Zipkin, "Bounds for
/// aggregating nodes in network problems", 1980). The rows that count the seats of
/// a country's cohorts are added up, and those about companions are left out.
struct MergedStructure {
  private(set) var program = IntegerProgram()
  /// The merged column of each column of the structure; −1 for those left out.
  private(set) var mergedColumn: [Int32]
  /// The rows of the structure behind each merged row.
  private(set) var rowsBehind: [[Int32]] = []
  /// The seats of each post; −1 for posts without slots.
  private(set) var seatsOfPost: [Int32]
  /// How many columns of the structure are behind each merged one.
  private var members: [Int32] = []

  /// - Complexity: Proportional to the number of terms of the structure.
  init(_ formulation: DispatchFormulation) {
    let structure = formulation.structure
    let eligibility = formulation.eligibility
    mergedColumn = Array(repeating: -1, count: structure.columnCount)
    seatsOfPost = Array(repeating: -1, count: eligibility.posts.count)
    var postOfColumn = [Int32](repeating: -1, count: structure.columnCount)
    for (slot, column) in formulation.seats {
      postOfColumn[column.index] = Int32(eligibility.slots[slot].post)
    }
    for column in structure.columns {
      let post = Int(postOfColumn[column.index])
      if post >= 0 {
        addSeat(column, of: post, eligibility.posts[post], structure)
      } else if !Self.isAboutCompany(structure.name(of: column), structure.origin(of: column)) {
        let (lower, upper) = structure.bounds(of: column)
        mergedColumn[column.index] = Int32(program.columnCount)
        program.addColumn(
          lower: lower, upper: upper, isInteger: structure.isInteger(column),
          origin: structure.origin(of: column))
        members.append(1)
      }
    }
    var rowsOfCountry = [[Int32]](repeating: [], count: formulation.year.countries.count)
    let cohortByName = Dictionary(
      formulation.year.cohorts.map { ("count(cohort,\($0.id))", $0.country) },
      uniquingKeysWith: { first, _ in first })
    for row in structure.rows {
      let name = structure.name(of: row)
      if let country = cohortByName[name] {
        rowsOfCountry[country].append(Int32(row.index))
      } else if !Self.isAboutCompany(name, structure.origin(of: row)),
        !isFarFlung(row, structure, eligibility, postOfColumn)
      {
        add([Int32(row.index)], of: structure)
      }
    }
    for rows in rowsOfCountry where !rows.isEmpty { add(rows, of: structure) }
  }

  private static func isAboutCompany(_ name: String, _ origin: Origin) -> Bool {
    origin.rule == Rule.companions.rawValue || name.hasPrefix("count(home,")
  }

  /// Whether a row asks for one seat in any of several countries, as a pin without a
  /// place does: such rows tie countries together and ask for nothing else.
  private func isFarFlung(
    _ row: IntegerProgram.Row, _ structure: IntegerProgram, _ eligibility: DispatchEligibility,
    _ postOfColumn: [Int32]
  ) -> Bool {
    let rule = structure.origin(of: row).rule
    guard rule == Rule.pin.rawValue || rule == Rule.announced.rawValue else { return false }
    let countries = structure.terms(of: row).compactMap { term -> Int? in
      let post = postOfColumn[term.column.index]
      return post < 0 ? nil : eligibility.facts[Int(post)].country
    }
    return countries.contains { $0 != countries.first }
  }

  private mutating func addSeat(
    _ column: Column, of post: Int, _ place: Post, _ structure: IntegerProgram
  ) {
    let (lower, upper) = structure.bounds(of: column)
    if seatsOfPost[post] < 0 {
      seatsOfPost[post] = Int32(program.columnCount)
      program.addColumn(lower: 0, upper: 0, isInteger: true, origin: structure.origin(of: column))
      members.append(0)
    }
    let merged = Column(index: Int(seatsOfPost[post]))
    mergedColumn[column.index] = seatsOfPost[post]
    members[merged.index] += 1
    let known = program.bounds(of: merged)
    program.setBounds(
      of: merged, lower: (known.lower ?? 0) + (lower ?? 0),
      upper: min(Int64(place.seatsMax), (known.upper ?? 0) + (upper ?? 0)))
  }

  /// Adds the sum of some rows.
  private mutating func add(_ rows: [Int32], of structure: IntegerProgram) {
    var order: [Int32] = []
    var found: [Int32: (count: Int32, least: Int64, greatest: Int64)] = [:]
    var (lower, upper): (Int64?, Int64?) = (0, 0)
    for row in rows {
      let sides = structure.bounds(of: IntegerProgram.Row(index: Int(row)))
      lower = lower.flatMap { sum in sides.lower.map { sum + $0 } }
      upper = upper.flatMap { sum in sides.upper.map { sum + $0 } }
      for entry in structure.rowStarts[Int(row)]..<structure.rowStarts[Int(row) + 1] {
        let coefficient = structure.entryCoefficients[entry]
        let merged = mergedColumn[Int(structure.entryColumns[entry])]
        guard merged >= 0, coefficient != 0 else { continue }
        if let known = found[merged] {
          found[merged] = (
            known.count + 1, min(known.least, coefficient), max(known.greatest, coefficient)
          )
        } else {
          order.append(merged)
          found[merged] = (1, coefficient, coefficient)
        }
      }
    }
    func terms(_ side: KeyPath<(count: Int32, least: Int64, greatest: Int64), Int64>) -> [Term] {
      order.compactMap { column in
        guard let entry = found[column] else { return nil }
        var coefficient = entry[keyPath: side]
        if entry.count < members[Int(column)] {
          // The others stand there with 0.
          coefficient = side == \.least ? min(0, coefficient) : max(0, coefficient)
        }
        return coefficient == 0 ? nil : Term(Column(index: Int(column)), coefficient)
      }
    }
    let origin = structure.origin(of: IntegerProgram.Row(index: Int(rows[0])))
    let (least, greatest) = (terms(\.least), terms(\.greatest))
    if least == greatest {
      append(least, lower, upper, rows, origin)
    } else {
      if upper != nil { append(least, nil, upper, rows, origin) }
      if lower != nil { append(greatest, lower, nil, rows, origin) }
    }
  }

  private mutating func append(
    _ terms: [Term], _ lower: Int64?, _ upper: Int64?, _ rows: [Int32], _ origin: Origin
  ) {
    program.addRow(terms: terms, lower: lower, upper: upper, origin: origin)
    rowsBehind.append(rows)
  }

  /// A goal over the merged columns, which is never worse than the goal itself.
  func tier(_ whole: Tier) -> Tier {
    var weights: [Int32: Int64] = [:]
    var order: [Int32] = []
    for term in whole.terms {
      let merged = mergedColumn[term.column.index]
      guard merged >= 0 else { continue }
      if let known = weights[merged] {
        weights[merged] =
          whole.sense == .maximize
          ? max(known, term.coefficient) : min(known, term.coefficient)
      } else {
        order.append(merged)
        weights[merged] = term.coefficient
      }
    }
    return Tier(
      name: whole.name, sense: whole.sense,
      terms: order.map { Term(Column(index: Int($0)), weights[$0] ?? 0) },
      constant: whole.constant)
  }

  /// Groups with their counts among the merged columns.
  func groups(_ whole: [FairnessGroup]) -> [FairnessGroup] {
    whole.compactMap { group in
      let merged = mergedColumn[group.column.index]
      guard merged >= 0 else { return nil }
      var group = group
      group.column = Column(index: Int(merged))
      return group
    }
  }
}
