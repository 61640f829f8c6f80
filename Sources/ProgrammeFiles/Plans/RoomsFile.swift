// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// The columns of a training plan's `rooms.csv`, in their order: a row for each
/// room and the people who have it during a session.
///
/// `site`, `room`, `from`, `to`, `course` and `occupants` are read back; the others
/// are for planners.
package enum RoomColumn: String, CaseIterable, Sendable {
  /// The identifier of the site.
  case site
  /// Kind and number of the room, such as `twin 007`.
  case room
  /// The first and the last night; a night has the day on which it begins.
  case from, to
  /// The course and the first day of the session.
  case course, start
  /// Women or men; empty where neither is said.
  case sex
  /// `partner`, `teacher`, `student` or `leader`.
  case role
  /// Who sleeps there: each one's group and number in it, such as `D012/1;D012/2`.
  case occupants

  /// The file they stand in.
  package static let file = "rooms.csv"
}

/// The `rooms.csv` of a training plan.
///
/// - Parameters:
///   - rows: Who has which room, each with somebody of the plan.
///   - plan: The plan.
///   - year: The year the plan is for.
/// - Returns: The file; its rows stand in the order given.
package func roomsFile(
  of rows: [RoomAssignment], in plan: TrainingPlan, for year: ProgrammeYear
) -> TextFile {
  var sessions: [TrainingGroup: TrainingSession] = [:]
  for attendance in plan.attendances {
    sessions[attendance.group] = plan.sessions[attendance.session].session
  }
  var writer = CSVWriter(header: RoomColumn.allCases.map(\.rawValue))
  for row in rows {
    guard let first = row.occupants.first, let session = sessions[first.group] else { continue }
    writer.append(
      RoomColumn.allCases.map { column in
        switch column {
        case .site: year.sites[row.site].id
        case .room: CellFormat<RoomName>.room.write(RoomName(row.kind, row.number), .none)
        case .from: row.nights.lowerBound.description
        case .to: row.nights.upperBound.description
        case .course: year.training.courses[session.course].id
        case .start: session.start.description
        case .sex:
          switch first.sex {
          case .female: "women"
          case .male: "men"
          case .unspecified: ""
          }
        case .role: role(of: first, in: year)
        case .occupants:
          row.occupants.map { "\($0.group.id(in: year))/\($0.number)" }.joined(separator: ";")
        }
      })
  }
  return TextFile(name: RoomColumn.file, bytes: writer.bytes)
}

private func role(of occupant: RoomOccupant, in year: ProgrammeYear) -> String {
  if occupant.isLeader { return "leader" }
  guard case .delegation(let index) = occupant.group else { return "partner" }
  return year.training.delegations[index].trainee == .teachers ? "teacher" : "student"
}

/// Reads who has which room in a training plan of this year.
///
/// Identifiers are checked against the year; whether people may have these rooms is
/// not. Sex and role of people are those of their group.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - year: The year the plan is for.
///   - hosting: Who leaves with each cohort.
/// - Returns: The rows in the file's order, or nothing when there are errors; and
///   the faults.
package func readRooms(
  at planFolder: String, for year: ProgrammeYear, hosting: HostingFacts
) -> (rooms: [RoomAssignment]?, faults: FaultList) {
  var faults = FaultList()
  guard let source = TableSource(planFolder, Tables.rooms.facts, faults: &faults) else {
    return (nil, faults)
  }
  let names = YearNames(of: year)
  var rooms: [RoomAssignment] = []
  for read in source.rows(of: Tables.rooms, names: names, faults: &faults)
  where read.failed.isEmpty {
    let row = read.row
    func report(_ column: RoomColumn, _ value: String, _ problem: Sentence, expected: Sentence) {
      faults.report(
        source.fault(
          line: read.line, column: column.rawValue, value: value, problem, expected: expected))
    }
    guard row.from <= row.to else {
      report(
        .to, row.to.description, "comes before the first night", expected: "\(row.from) or later")
      continue
    }
    let groups =
      year.training.courses[row.course].trainee == .partners
      ? names.cohorts : names.delegations
    var occupants: [RoomOccupant] = []
    for text in row.occupants {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count > 1, let number = parts.last.flatMap({ Int($0) }),
        let index = groups[parts.dropLast().joined(separator: "/")]
      else {
        report(
          .occupants, text, "is nobody of a \(groups.noun) of the year",
          expected: "a \(groups.noun) and a number, such as D012/1")
        continue
      }
      let group =
        groups === names.cohorts ? TrainingGroup.cohort(index) : TrainingGroup.delegation(index)
      let known = group.occupants(in: year, hosting: hosting)
      occupants.append(
        known.first { $0.number == number }
          ?? RoomOccupant(group, number: number, isLeader: false, sex: .unspecified))
    }
    rooms.append(
      RoomAssignment(
        site: row.site, kind: row.room.kind, number: row.room.number, nights: row.from...row.to,
        occupants: occupants))
  }
  return (faults.hasErrors ? nil : rooms, faults)
}

/// A room of a site.
struct RoomName: Sendable {
  var kind: RoomKind
  var number: Int

  init(_ kind: RoomKind, _ number: Int) {
    (self.kind, self.number) = (kind, number)
  }
}

/// A row of a training plan's `rooms.csv`.
struct RoomRow: Sendable {
  var site = 0
  var room = RoomName(.single, 0)
  var from = Day(number: 0)
  var to = Day(number: 0)
  var course = 0
  var occupants: [String] = []
}

extension Tables {
  /// The rooms of a training plan of this year.
  static let rooms = TableSchema(
    RoomColumn.file, noun: "room", isRequired: false, hasIdentifiers: false,
    meaning: "Who has which room; a plan's folder holds it, not the year's.", blank: RoomRow(),
    columns: [
      Column(
        RoomColumn.site.rawValue, \.site, .reference(\.sites, to: "site"), whenEmpty: .refused,
        example: "Kansai", "The site"),
      Column(
        RoomColumn.room.rawValue, \.room, .room, whenEmpty: .refused, example: "twin 007",
        "Kind and number of the room"),
      Column(
        RoomColumn.from.rawValue, \.from, .day, whenEmpty: .refused, example: "2026-07-06",
        "The first night"),
      Column(
        RoomColumn.to.rawValue, \.to, .day, whenEmpty: .refused, example: "2026-07-16",
        "The last night"),
      Column(
        RoomColumn.course.rawValue, \.course, .reference(\.courses, to: "course"),
        whenEmpty: .refused, example: "Teachers-12", "The course that they are in"),
      Column(
        RoomColumn.occupants.rawValue, \.occupants, .words, whenEmpty: .refused,
        example: "D012/1;D012/2", "Who sleeps there"),
    ])
}

extension CellFormat where Value == RoomName {
  /// A room such as `twin 007`.
  static let room = CellFormat(
    type: "room", range: "`single` or `twin`, and a number",
    expected: "a room such as single 012 or twin 007",
    parse: { (text, _) throws(CellProblem) in
      let parts = text.split(separator: " ")
      guard parts.count == 2, let kind = RoomKind(rawValue: String(parts[0])),
        let number = Int(parts[1])
      else { throw CellProblem("is no room") }
      return RoomName(kind, number)
    },
    write: { room, _ in
      let number = String(room.number)
      let zeros = String(repeating: "0", count: max(0, 3 - number.count))
      return "\(room.kind.rawValue) \(zeros)\(number)"
    })
}
