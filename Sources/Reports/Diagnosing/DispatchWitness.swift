// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Wording

/// What can be counted of a conflict, in sentences a planner can check by hand.
///
/// - Parameters:
///   - conflict: The conflict.
///   - years: The year with its levers.
///   - words: What things are called.
/// - Returns: The sentences; none where the conflict is no matter of counting.
func dispatchWitness(
  of conflict: Conflict, in years: LeverYear, words: DispatchLeverWords
) -> [String] {
  guard let witness = years.countWitness(of: conflict) else { return [] }
  let asked = "Counted: these conditions ask for \(words.partners(witness.asked))"
  let people = witness.people.map(words.person)
  let seats = witness.schools.reduce(0) { $0 + $1.seats }
  let schools = witness.schools.map { clippedForDisplay(years.year.schools[$0.school].id) }
  let room = "\(listed(schools)) (\(counted(seats, "seat", "seats")))"
  let places = witness.cohorts.map { cohort in
    "\(words.cohort(cohort)) (\(counted(years.year.cohorts[cohort].places, "place", "places")))"
  }
  let isSplit = [!people.isEmpty, !schools.isEmpty, !places.isEmpty].filter(\.self).count > 1
  guard isSplit else {
    if !people.isEmpty {
      return [
        "\(asked), and only \(counted(people.count, "applicant", "applicants")) can meet them: "
          + "\(listed(people))."
      ]
    }
    if !schools.isEmpty { return ["\(asked), and the only schools for them are \(room)."] }
    if !places.isEmpty { return ["\(asked), and the only places are in \(listed(places))."] }
    return ["\(asked), and nobody can meet them."]
  }
  var parts: [String] = []
  if !people.isEmpty {
    parts.append("\(counted(people.count, "applicant", "applicants")) (\(listed(people)))")
  }
  if !schools.isEmpty { parts.append("the seats of \(room)") }
  if !places.isEmpty { parts.append("the places of \(listed(places))") }
  return [
    "\(asked), and each of these takes one of \(parts.joined(separator: " or of ")): "
      + "that makes \(grouped(witness.most)) at most."
  ]
}

/// Names in a sentence; beyond the first of many only their number.
private func listed(_ names: [String]) -> String {
  let most = 8
  guard names.count <= most else {
    return names.prefix(most).joined(separator: ", ")
      + " and \(grouped(names.count - most)) more"
  }
  guard let last = names.last, names.count > 1 else { return names.joined() }
  return names.dropLast().joined(separator: ", ") + " and " + last
}
