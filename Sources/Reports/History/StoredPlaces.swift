// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles

/// Who is where in a plan, read from the table of its folder alone: what a store keeps
/// does not hold the year.
struct StoredPlaces {
  /// Somebody or something that can move, by identifier.
  struct Key: Hashable, Comparable {
    var kind: String
    var id: String

    static func < (left: Key, right: Key) -> Bool {
      (left.kind, left.id) < (right.kind, right.id)
    }
  }

  private var places: [Key: PlannedScenario.Place] = [:]
  /// How many people move as one, where that is more than one.
  private var people: [Key: Int] = [:]
  private let problem: PlanProblem

  /// Reads the places; nothing when the folder lacks the table.
  ///
  /// - Parameters:
  ///   - table: The text of the table that `file(of:)` names.
  ///   - problem: What was planned.
  init?(_ table: TextFile, of problem: PlanProblem) {
    self.problem = problem
    var faults = FaultList()
    guard let text = decodeText(table.bytes, named: table.name, faults: &faults),
      let table = parseCSV(text, faults: &faults)
    else { return nil }
    func column(_ name: String) -> [String] {
      guard let column = table.columnIndex(named: name) else {
        return Array(repeating: "", count: table.rowCount)
      }
      return (0..<table.rowCount).map { table.cell(row: $0, column: column) }
    }
    func columns(_ names: String...) -> [[String]] {
      let cells = names.map(column)
      return (0..<table.rowCount).map { row in cells.map { $0[row] } }
    }
    switch problem {
    case .dispatch:
      for row in columns("applicant", "post", "cohort") {
        places[Key(kind: "applicant", id: row[0])] = PlannedScenario.Place(row[1], row[2])
      }
    case .training:
      for row in columns("delegation", "cohort", "people", "course", "site", "start") {
        let key =
          row[0].isEmpty ? Key(kind: "cohort", id: row[1]) : Key(kind: "delegation", id: row[0])
        people[key] = Int(row[2]) ?? 1
        if !row[3].isEmpty { places[key] = PlannedScenario.Place(row[3], row[4], row[5]) }
      }
    case .returnees:
      join(columns("returnee", "activity"), kind: "returnee")
    case .exchange:
      let pairs = columns("japan", "abroad")
      join(pairs + pairs.map { [$0[1], $0[0]] }, kind: "school")
    case .decade:
      for row in columns("line", "year", "units") {
        places[Key(kind: "line_year", id: "\(row[0])/\(row[1])")] = PlannedScenario.Place(row[2])
      }
    }
  }

  /// Gives each first identifier the list of those beside it.
  private mutating func join(_ pairs: [[String]], kind: String) {
    for (id, others) in Dictionary(grouping: pairs, by: { $0[0] }) {
      places[Key(kind: kind, id: id)] = PlannedScenario.Place(
        others.map { $0[1] }.sorted().joined(separator: ";"))
    }
  }

  /// The table that says who is where.
  static func file(of problem: PlanProblem) -> String {
    switch problem {
    case .dispatch: "placements.csv"
    case .training: "delegates.csv"
    case .returnees: "participations.csv"
    case .exchange: "partnerships.csv"
    case .decade: DecadeUnitsColumn.file
    }
  }

  /// Who is elsewhere than in another plan of the problem.
  func moves(from base: StoredPlaces) -> [Move] {
    Set(places.keys).union(base.places.keys).sorted().compactMap { key in
      let (from, to) = (base.places[key], places[key])
      guard from != to else { return nil }
      var weight = people[key] ?? base.people[key] ?? 1
      if problem == .decade {
        func units(_ place: PlannedScenario.Place?) -> Int {
          place.flatMap { Int($0.cells[0]) } ?? 0
        }
        weight = abs(units(from) - units(to))
      }
      return Move(kind: key.kind, id: key.id, people: weight, from: from, to: to)
    }
  }
}
