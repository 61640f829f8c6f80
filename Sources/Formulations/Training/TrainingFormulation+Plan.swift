// SPDX-License-Identifier: GPL-3.0-or-later

package import IntegerProgramming
package import Programme

extension TrainingFormulation {
  /// The plan that an assignment of the program stands for.
  ///
  /// Which members of a class join which session does not matter; they are taken
  /// in the order of their identifiers, for sessions in the order of theirs.
  ///
  /// - Precondition: Every session is a pattern by itself.
  package func plan(of assignment: Assignment) -> TrainingPlan {
    var sessions: [OpenSession] = []
    var numbers: [Int: Int] = [:]
    for spot in spots.indices {
      let people = joinsOf(spot: spot).reduce(0) { sum, join in
        sum + Int(assignment[join.column]) * join.group.people
      }
      guard people > 0 else { continue }
      let session = patterns[spots[spot][0]].sessions[0]
      numbers[session] = sessions.count
      let rooms = rooms[spot]
      sessions.append(
        OpenSession(
          eligibility.sessions[session],
          singleRooms: rooms.map { Int(assignment[$0.single]) } ?? people,
          twinRooms: rooms.map { Int(assignment[$0.twin]) } ?? 0))
    }
    var attendances: [Attendance] = []
    for (index, group) in classes.enumerated() {
      var members = group.groups[...]
      var counts: [Int: Int] = [:]
      for (pattern, column) in joinsOfClass[index] {
        counts[patterns[pattern].sessions[0], default: 0] += Int(assignment[column])
      }
      for (session, count) in counts.sorted(by: { $0.key < $1.key }) {
        guard let number = numbers[session] else { continue }
        attendances += members.prefix(count).map { Attendance($0, session: number) }
        members = members.dropFirst(count)
      }
    }
    attendances.sort { $0.place < $1.place }
    return TrainingPlan(sessions: sessions, attendances: attendances)
  }

  /// The values of this formulation's columns for a plan of one that knows of fewer
  /// sessions and is otherwise the same; columns go by their names.
  package func values(of plan: Assignment, in other: TrainingFormulation) -> [Int64] {
    var known: [String: Int64] = [:]
    for column in other.program.columns {
      known[other.program.name(of: column)] = plan[column]
    }
    return program.columns.map { known[program.name(of: $0)] ?? 0 }
  }

  /// Classes whose members all have to join a session, each with the row that
  /// says so.
  package var obligedClasses: [(index: Int, row: IntegerProgram.Row)] {
    classes.indices.compactMap { index in
      let row = sessionRows[index]
      return (program.bounds(of: row).lower ?? 0) > 0 ? (index, row) : nil
    }
  }
}

extension Attendance {
  /// Session, kind of group and index, to sort by.
  fileprivate var place: (Int, Int, Int) {
    switch group {
    case .cohort(let index): (session, 0, index)
    case .delegation(let index): (session, 1, index)
    }
  }
}
