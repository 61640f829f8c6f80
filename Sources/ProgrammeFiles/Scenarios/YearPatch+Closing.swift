// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

extension YearPatch {
  /// Most rows that closings may stand for.
  private static let mostClosingRows = 5_000_000

  /// Closes places: what is closed stays in the data, and nobody goes there.
  mutating func close(_ value: JSON5Value) {
    guard
      let object =
        object(value, keys: ["schools", "posts", "countries", "cohorts"], each: "table")
    else { return }
    if let value = object["countries"] {
      for closed in known(value, in: Tables.countries.facts) {
        empty(closed.row, of: Tables.countries.facts, ["min": "0", "max": "0"], closed.value)
      }
    }
    if let value = object["cohorts"] {
      for closed in known(value, in: Tables.cohorts.facts) {
        empty(closed.row, of: Tables.cohorts.facts, ["places": "0", "tracks": ""], closed.value)
      }
    }
    if let value = object["schools"] {
      let closed = known(value, in: Tables.schools.facts)
      forbid(closed.map { ($0.identifier, $0.value) }, column: "school", value)
    }
    if let value = object["posts"] { closePosts(value) }
  }

  private mutating func empty(
    _ row: Int, of facts: TableFacts, _ cells: [String: String], _ value: JSON5Value
  ) {
    for (column, text) in cells.sorted(by: { $0.key < $1.key }) {
      put(text, into: facts, row: row, column: column, from: PatchPlace(value))
    }
  }

  /// Closes posts, given or formed.
  private mutating func closePosts(_ value: JSON5Value) {
    let facts = Tables.posts.facts
    guard !isPresent(facts) else {
      forbid(known(value, in: facts).map { ($0.identifier, $0.value) }, column: "post", value)
      return
    }
    guard let list = list(value, of: "identifiers") else { return }
    var closed: [(String, JSON5Value)] = []
    for value in list {
      if let identifier = text(value) { closed.append((identifier, value)) }
    }
    forbid(closed, column: "post", value)
  }

  /// Forbids places to every applicant.
  private mutating func forbid(
    _ places: [(identifier: String, value: JSON5Value)], column: String, _ list: JSON5Value
  ) {
    guard !places.isEmpty, let people = rows(of: Tables.applicants.facts)?.identifiers else {
      return
    }
    guard places.count <= Self.mostClosingRows / max(1, people.count) else {
      report(
        list, "closes \(grouped(places.count)) places to \(grouped(people.count)) applicants",
        expected: "fewer closings", hint: .advice("remove takes rows out altogether."))
      return
    }
    let pins = Tables.pins.facts
    if !isPresent(pins) { create(pins) }
    edit(pins) { table in
      for place in places {
        let line = table.patches.addLine(from: PatchPlace(place.value))
        // The fault of a place is told where the place is named.
        for name in ["applicant", column] {
          table.patches.note(PatchPlace(place.value), line: line, column: name)
        }
        table.append(
          columns: ["applicant", column, "kind", "reason"],
          rows: people.map { [$0, place.identifier, "forbid", "closed"] }, line: line)
      }
    }
  }
}
