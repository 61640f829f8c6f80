// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

extension DispatchFormulation {
  /// Columns that equal a sum of others.
  ///
  /// A certificate has none: what is counted pays itself.
  ///
  /// - Parameter needsPeople: Whether sums over triples are meant too; in the
  ///   structure they are columns of their own.
  /// - Returns: The columns, ascending.
  func sumColumns(needsPeople: Bool) -> [Column] {
    let ofPeople = needsPeople ? [] : Set(peopleCounts.map(\.index))
    return (0..<structure.columnCount).filter { !ofPeople.contains($0) }
      .map { Column(index: $0) }.filter {
        let name = structure.name(of: $0)
        return name.hasPrefix("count(") || needsPeople && name.hasPrefix("penalties(")
      }
  }

  /// Row prices in a certificate's words and units, without those that are 0.
  ///
  /// - Parameters:
  ///   - program: This program, or its structure, with goals held.
  ///   - goal: The goal whose relaxation has these prices.
  ///   - duals: The price of each row as GLPK was given it.
  ///   - scale: What GLPK was given each row multiplied by.
  ///   - needsPeople: Whether the program holds the triples.
  /// - Returns: The prices, sorted by row and subjects.
  func certificatePrices(
    of program: IntegerProgram, _ goal: Tier, duals: [Double], scale: [Double],
    needsPeople: Bool
  ) -> [RowPrice] {
    let sign = goal.sense == .maximize ? 1.0 : -1.0
    var found: [RowPrice] = []
    func add(_ row: String, _ subjects: [String], _ price: Double) {
      let units = (price * Double(Certificate.denominator)).rounded()
      guard units != 0, abs(units) < 1e10 else { return }
      found.append(RowPrice(row: row, subjects: subjects, price: Int64(units)))
    }
    var groupOfColumn: [Int: Int] = [:]
    for (index, group) in fairnessGroups.enumerated() { groupOfColumn[group.column.index] = index }
    // What a group's count is worth to the rows about shares, and pins, which ask
    // for seats in the structure and for people in the data.
    var ofGroup = [Double](repeating: 0, count: fairnessGroups.count)
    var ofSlot = [Double](repeating: 0, count: seatColumns.count)
    var slotOfColumn: [Int: Int] = [:]
    for (slot, column) in seats { slotOfColumn[column.index] = slot }
    for row in program.rows where duals[row.index] != 0 && duals[row.index].isFinite {
      let price = sign * duals[row.index] * scale[row.index]
      let name = program.name(of: row)
      let kind = String(name.prefix { $0 != "(" })
      let origin = program.origin(of: row)
      if !kind.hasPrefix("share") {
        for entry in program.rowStarts[row.index]..<program.rowStarts[row.index + 1] {
          guard let group = groupOfColumn[Int(program.entryColumns[entry])] else { continue }
          ofGroup[group] -= price * Double(program.entryCoefficients[entry])
        }
      }
      switch kind {
      case "count", "penalties", "one-post", "seats.most", "seats.fewest", "share",
        "share.fewest", "share.most":
        continue
      case "pin" where !needsPeople, "announced" where !needsPeople,
        DispatchFormulation.lossRow where !needsPeople:
        for term in program.terms(of: row) {
          if let slot = slotOfColumn[term.column.index] { ofSlot[slot] -= price }
        }
        add(kind, origin.subjects, price)
      case _ where kind.hasPrefix("hold "): add("hold", origin.subjects, price)
      default: add(kind, origin.subjects, price)
      }
    }
    for (group, price) in zip(fairnessGroups, ofGroup) {
      add("share", [group.tier] + group.subjects, price)
    }
    for (slot, price) in ofSlot.enumerated() where price != 0 {
      add("link", id(ofSlot: slot), price)
    }
    return found.sorted {
      $0.row == $1.row
        ? $0.subjects.lexicographicallyPrecedes($1.subjects) : $0.row < $1.row
    }
  }
}
