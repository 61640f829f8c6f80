// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension DispatchFormulation {
  /// Rules `seats` and `one-post-per-school`, and the link between the seats of
  /// a slot and its triples.
  mutating func addSeats() {
    let slots = eligibility.slots
    for slot in slots.indices {
      guard usableSlots[slot] else {
        seatColumns.append(nil)
        continue
      }
      let post = eligibility.posts[slots[slot].post]
      seatColumns.append(
        program.addColumn(
          named: "seats(\(id(ofSlot: slot).joined(separator: ",")))", lower: 0,
          upper: min(Int64(post.seatsMax), Int64(triples.candidates[slot])), isInteger: true,
          origin: Origin(rule: Rule.seats.rawValue, subjects: id(ofSlot: slot))))
      pend(
        "link", id(ofSlot: slot), seatColumns[slot].map { [Term($0, -1)] } ?? [],
        triples: triples.ofSlot[slot].map { ($0, 1) }, lower: 0, upper: 0, scope: .slot(slot))
    }
    for (index, post) in eligibility.posts.enumerated() {
      let filled = eligibility.slotsOfPost[index].compactMap { seatColumns[$0] }
      guard post.seatsMax > 1 || post.seatsMin > 1, !filled.isEmpty else {
        openColumns.append(nil)
        continue
      }
      let open = program.addColumn(
        named: "open(\(post.id))", lower: 0, upper: 1, isInteger: true,
        origin: Origin(rule: Rule.seats.rawValue, subjects: [post.id]))
      openColumns.append(open)
      let sum = filled.map { Term($0, 1) }
      row(
        Rule.seats.rawValue, [post.id], sum + [Term(open, -Int64(post.seatsMax))], upper: 0,
        part: "most")
      row(
        Rule.seats.rawValue, [post.id], sum + [Term(open, -Int64(post.seatsMin))], lower: 0,
        part: "fewest")
    }
    addPacking()
  }

  private mutating func addPacking() {
    var postsOfSchool = [[Int]](repeating: [], count: year.schools.count)
    for (index, post) in eligibility.posts.enumerated() {
      for school in post.schools { postsOfSchool[school].append(index) }
    }
    for (school, posts) in postsOfSchool.enumerated() {
      let terms = posts.flatMap { open($0) }
      guard terms.count > 1 else { continue }
      row(Rule.onePostPerSchool.rawValue, [year.schools[school].id], terms, upper: 1)
    }
  }

  /// Adds a column for each triple, and the rows that hold them; rule
  /// `one-post`.
  mutating func addTripleColumns() {
    for (applicant, range) in triples.ofApplicant.enumerated() where !range.isEmpty {
      pend(
        Rule.onePost.rawValue, [year.applicants[applicant].id], [],
        triples: range.map { (Int32($0), 1) }, upper: 1, scope: .applicant(applicant))
    }
    firstTripleColumn = program.columnCount
    structure = program
    addPinsToStructure()
    program.addColumns(triples.count, in: 0...1) { [eligibility, triples] triple in
      let slot = eligibility.slots[Int(triples.slots[triple])]
      let subjects = [
        eligibility.year.applicants[Int(triples.applicants[triple])].id,
        eligibility.posts[slot.post].id, eligibility.year.cohorts[slot.cohort].id,
      ]
      return (
        "place(\(subjects.joined(separator: ",")))",
        Origin(rule: Rule.onePost.rawValue, subjects: subjects)
      )
    }
    for pending in pendingRows {
      let terms =
        pending.terms
        + pending.triples.map { Term(column(ofTriple: Int($0.triple)), $0.coefficient) }
      let row = program.addRow(
        named: pending.name, terms: terms, lower: pending.lower, upper: pending.upper,
        origin: pending.origin)
      if let scope = pending.scope { peopleRows.append(PeopleRow(row: row, scope: scope)) }
    }
    pendingRows = []
  }

  /// What the rules about single applicants' placements ask of the slots: one
  /// of those that meet a pin is filled.
  private mutating func addPinsToStructure() {
    let rules = [Rule.pin.rawValue, Rule.announced.rawValue, Self.lossRow]
    for pending in pendingRows where rules.contains(pending.origin.rule) {
      let slots = Set(pending.triples.map { Int(triples.slots[Int($0.triple)]) }).sorted()
      structure.addRow(
        named: pending.name,
        terms: pending.terms + slots.compactMap { seatColumns[$0] }.map { Term($0, 1) },
        lower: pending.lower, origin: pending.origin)
    }
  }
}
