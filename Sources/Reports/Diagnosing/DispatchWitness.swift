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
) -> [Sentence] {
  guard let witness = years.countWitness(of: conflict) else { return [] }
  let asked: Sentence = "Counted: these conditions ask for \(words.partners(witness.asked))"
  let people = witness.people.map { Sentence("\(words.person($0))") }
  let seats = witness.schools.reduce(0) { $0 + $1.seats }
  let schools = witness.schools.map {
    Sentence("\(clippedForDisplay(years.year.schools[$0.school].id))")
  }
  let room: Sentence = "\(listed(schools)) (\(seats, "seat", "seats"))"
  let places = witness.cohorts.map { cohort -> Sentence in
    "\(words.cohort(cohort)) (\(years.year.cohorts[cohort].places, "place", "places"))"
  }
  let isSplit = [!people.isEmpty, !schools.isEmpty, !places.isEmpty].filter(\.self).count > 1
  guard isSplit else {
    if !people.isEmpty {
      return [
        """
        \(asked), and only \(people.count, "applicant", "applicants") can meet them: \
        \(listed(people)).
        """
      ]
    }
    if !schools.isEmpty { return ["\(asked), and the only schools for them are \(room)."] }
    if !places.isEmpty { return ["\(asked), and the only places are in \(listed(places))."] }
    return ["\(asked), and nobody can meet them."]
  }
  var parts: [Sentence] = []
  if !people.isEmpty {
    parts.append("\(people.count, "applicant", "applicants") (\(listed(people)))")
  }
  if !schools.isEmpty { parts.append("the seats of \(room)") }
  if !places.isEmpty { parts.append("the places of \(listed(places))") }
  return [
    """
    \(asked), and each of these takes one of \(Listing(parts, .orOf)): that makes \
    \(grouped(witness.most)) at most.
    """
  ]
}

/// Names as a sentence lists them; of many only the first.
private func listed(_ names: [Sentence]) -> Sentence {
  let most = 8
  guard names.count <= most else {
    let first = Listing(Array(names.prefix(most)), .plain)
    return "\(first) and \(grouped(names.count - most)) more"
  }
  return "\(Listing(names))"
}
