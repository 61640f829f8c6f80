// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming

extension RestrictedMaster {
  /// Starts the simplex method at a plan instead of at nothing.
  ///
  /// Columns at a bound are outside the basis, the plan's triples at an upper
  /// bound of 1; each other column is basic in place of a row that the plan
  /// meets exactly, found so that the basis is triangular. All other rows are
  /// basic themselves. The first basic solution is then the plan, and no phase
  /// one is needed (a "crash basis"; Maros, "Computational Techniques of the
  /// Simplex Method", 2003, section 9.8).
  ///
  /// A column for which no row is left stands at its lower bound; the method
  /// repairs what that breaks.
  ///
  /// - Parameters:
  ///   - plan: An assignment that keeps every row of the program and whose triples
  ///     are in the master.
  ///   - prices: What a place of each applicant is worth, if that is known.
  ///   - applicants: The applicant of each triple.
  /// - Complexity: Proportional to the program's terms.
  mutating func start(at plan: Assignment, prices: [Double]?, applicants: [Int32]) {
    var rows = [BasisStatus](repeating: .basic, count: program.rowCount)
    var places = [BasisStatus](repeating: .atLower, count: columnCount)
    var isBetween = [Bool](repeating: false, count: program.columnCount)
    for position in 0..<columnCount {
      let column = Int(programColumn[position])
      guard column >= 0 else { continue }
      let value = plan.values[column]
      if triples.contains(column) {
        guard value > 0 else { continue }
        setBounds(ofProgramColumn: column, lower: 0, upper: 1)
        places[position] = .atUpper
        continue
      }
      let (lower, upper) = program.bounds(of: Column(index: column))
      if lower == upper {
        places[position] = .fixed
      } else if value == upper {
        places[position] = .atUpper
      } else if value != lower {
        isBetween[column] = true
      }
    }
    for (column, row, isUpper) in rowsToLeave(isBetween, plan) {
      places[Int(masterColumn[column])] = .basic
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
      rows[row] = lower == upper ? .fixed : isUpper ? .atUpper : .atLower
    }
    if let prices { join(plan, prices, applicants, &rows, &places) }
    linear.setBasis(rows: rows, columns: places)
  }

  /// Puts triples into the basis that prices of the applicants make the best of
  /// their slots, so that the simplex method starts with these prices.
  ///
  /// Rows of applicants and of slots are the nodes, triples the arcs of a forest.
  /// Each tree has one row that stays basic: that of an applicant without a place,
  /// or of a slot. Such a basis is triangular, and its basic solution is still the
  /// plan, whichever triples are chosen.
  private func join(
    _ plan: Assignment, _ prices: [Double], _ applicants: [Int32], _ rows: inout [BasisStatus],
    _ places: inout [BasisStatus]
  ) {
    var isLink = [Bool](repeating: false, count: program.rowCount)
    var isPost = [Bool](repeating: false, count: program.rowCount)
    for row in program.rows {
      let rule = program.origin(of: row).rule
      isLink[row.index] = rule == "link"
      isPost[row.index] = rule == "one-post"
    }
    struct Arc {
      var position: Int
      var slot: Int
      var person: Int
      var gain: Double
    }
    var arcs: [Arc] = []
    var worth = [Double](repeating: -.infinity, count: program.rowCount)
    for position in 0..<columnCount {
      let column = Int(programColumn[position])
      guard column >= 0, triples.contains(column) else { continue }
      let triple = column - triples.lowerBound
      let entries = columns.entries(ofTriple: triple).rows
      guard let slot = entries.first(where: { isLink[Int($0)] }),
        let person = entries.first(where: { isPost[Int($0)] })
      else { continue }
      let sign = sense == .maximize ? 1.0 : -1.0
      let gain = sign * costs[column] - prices[Int(applicants[triple])]
      arcs.append(Arc(position: position, slot: Int(slot), person: Int(person), gain: gain))
      worth[Int(slot)] = max(worth[Int(slot)], gain)
    }
    var sets = DisjointSets(count: program.rowCount)
    var hasRoot = [Bool](repeating: false, count: program.rowCount)
    var isPlaced = [Bool](repeating: false, count: program.rowCount)
    for arc in arcs where places[arc.position] == .atUpper { isPlaced[arc.person] = true }
    for row in 0..<program.rowCount {
      if isPost[row] { hasRoot[row] = !isPlaced[row] }
      // The place of such a row belongs to a column of the structure.
      if isLink[row] { hasRoot[row] = rows[row] != .basic }
    }
    let order = arcs.indices.sorted { left, right in
      let (first, second) = (arcs[left], arcs[right])
      let chosen = (places[first.position] == .atUpper, places[second.position] == .atUpper)
      if chosen.0 != chosen.1 { return chosen.0 }
      let slack = (worth[first.slot] - first.gain, worth[second.slot] - second.gain)
      return (slack.0, first.position) < (slack.1, second.position)
    }
    for index in order {
      let arc = arcs[index]
      let (slot, person) = (sets.root(of: arc.slot), sets.root(of: arc.person))
      guard slot != person, !(hasRoot[slot] && hasRoot[person]) else { continue }
      let joined = hasRoot[slot] || hasRoot[person]
      sets.join(slot, person)
      hasRoot[sets.root(of: slot)] = joined
      places[arc.position] = .basic
    }
    for row in 0..<program.rowCount where isLink[row] || isPost[row] {
      let root = sets.root(of: row)
      if isPost[row], !isPlaced[row] { continue }
      if isLink[row], rows[row] != .basic { continue }
      if hasRoot[root] {
        rows[row] = isLink[row] ? .fixed : .atUpper
      } else {
        hasRoot[root] = true
      }
    }
  }

  /// The master's present basis as far as it concerns a part of the program.
  ///
  /// A column that the part does without gives its place to a row it stands in.
  func basis(of part: Subprogram) -> BasisMemory {
    let whole = linear.basis()
    let memory = BasisMemory()
    guard !whole.rows.isEmpty else { return memory }
    var isFree = [Bool](repeating: false, count: program.columnCount)
    for column in part.free { isFree[column] = true }
    var rows = whole.rows
    var isKept = [Bool](repeating: false, count: program.rowCount)
    for row in part.rows { isKept[row] = true }
    for position in 0..<columnCount where whole.columns[position] == .basic {
      let column = Int(programColumn[position])
      if column >= 0, isFree[column] { continue }
      let entries = column < 0 ? [] : rowsOf(column)
      if let row = entries.first(where: { isKept[$0] && rows[$0] != .basic }) {
        rows[row] = .basic
      }
    }
    let columns = part.free.map { column -> BasisStatus in
      let position = masterColumn[column]
      return position < 0 ? .atLower : whole.columns[Int(position)]
    }
    memory.keep((part.rows.map { rows[$0] }, columns))
    return memory
  }

  private func rowsOf(_ column: Int) -> [Int] {
    triples.contains(column)
      ? columns.entries(ofTriple: column - triples.lowerBound).rows.map { Int($0) }
      : columns.entries(ofStructural: column).rows.map { Int($0) }
  }

  /// For columns that stand between their bounds a row each that the plan meets
  /// exactly, such that each row's other columns of this kind come before.
  private func rowsToLeave(
    _ isBetween: [Bool], _ plan: Assignment
  ) -> [(column: Int, row: Int, isUpper: Bool)] {
    // Rows with such columns, how many of them are still without a row.
    var open = [Int](repeating: 0, count: program.rowCount)
    var isUpper = [Bool](repeating: false, count: program.rowCount)
    var isTaken = [Bool](repeating: true, count: program.rowCount)
    var ready: [Int] = []
    for row in 0..<program.rowCount {
      let entries = program.rowStarts[row]..<program.rowStarts[row + 1]
      let count = entries.count { isBetween[Int(program.entryColumns[$0])] }
      guard count > 0 else { continue }
      let activity = program.activity(of: IntegerProgram.Row(index: row), at: plan.values)
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
      isUpper[row] = upper.map { Int128($0) == activity } ?? false
      guard isUpper[row] || lower.map({ Int128($0) == activity }) ?? false else { continue }
      open[row] = count
      isTaken[row] = false
      if count == 1 { ready.append(row) }
    }
    var isWaiting = isBetween
    var found: [(column: Int, row: Int, isUpper: Bool)] = []
    var next = 0
    while next < ready.count {
      let row = ready[next]
      next += 1
      guard !isTaken[row], open[row] == 1 else { continue }
      let entries = program.rowStarts[row]..<program.rowStarts[row + 1]
      guard
        let entry = entries.first(where: { isWaiting[Int(program.entryColumns[$0])] })
      else { continue }
      let column = Int(program.entryColumns[entry])
      isTaken[row] = true
      isWaiting[column] = false
      found.append((column, row, isUpper[row]))
      for other in columns.entries(ofStructural: column).rows.map({ Int($0) }) {
        guard !isTaken[other] else { continue }
        open[other] -= 1
        if open[other] == 1 { ready.append(other) }
      }
    }
    return found
  }
}
