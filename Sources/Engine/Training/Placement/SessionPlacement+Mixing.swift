// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

extension SessionPlacement {
  /// Brings more countries together (goal `mixing`): a group of a country that is in a
  /// session more than once moves to one of the same pattern where it is not, or
  /// changes places with a group of another country that is there more than once.
  ///
  /// - Parameter isOver: Asked before each session; true ends it.
  /// - Complexity: O(sessions² × groups of a session²) for each time that something moves.
  mutating func mixMore(isOver: () -> Bool) {
    var members: [Int: [Int]] = [:]
    for (number, pattern) in patterns.enumerated()
    where tables.course(ofPattern: pattern).mix != .one && !tables.isForPartners(pattern) {
      members[pattern, default: []].append(number)
    }
    for (_, numbers) in members.sorted(by: { $0.key < $1.key }) {
      // Each move raises a sum that cannot grow for ever.
      var goesOn = true
      while goesOn {
        goesOn = false
        for number in numbers where !isOver() && spread(from: number, to: numbers) {
          goesOn = true
        }
      }
    }
  }

  /// Moves one group of a country that is in a session more than once.
  private mutating func spread(from number: Int, to numbers: [Int]) -> Bool {
    for group in drafts[number].seats.map(\.group) {
      let country = tables.classes[group].country
      guard drafts[number].countries[country, default: 0] > 1 else { continue }
      for other in numbers
      where other != number && drafts[other].countries[country] == nil
        && tables.mayJoin(group, drafts[other].number, in: patterns[other])
      {
        if exchange(group, at: number, for: nil, at: other) { return true }
        for partner in drafts[other].seats.map(\.group)
        where drafts[other].countries[tables.classes[partner].country, default: 0] > 1
          && tables.mayJoin(partner, drafts[number].number, in: patterns[number])
        {
          if exchange(group, at: number, for: partner, at: other) { return true }
        }
      }
    }
    return false
  }

  /// A group goes to another session, and one from there takes its seat, if any.
  private mutating func exchange(
    _ group: Int, at number: Int, for partner: Int?, at other: Int
  ) -> Bool {
    let (old, oldOther) = (drafts[number], drafts[other])
    removeStay(of: group, in: old.number)
    if let partner { removeStay(of: partner, in: oldOther.number) }
    ledger.giveBack(oldOther)
    ledger.giveBack(old)
    if let draft = complete(old, without: group, with: partner, at: number) {
      ledger.take(draft)
      if let partner { recordStay(of: partner, 1, in: draft.number) }
      if let draftOther = complete(oldOther, without: partner, with: group, at: other) {
        ledger.take(draftOther)
        recordStay(of: group, 1, in: draftOther.number)
        drafts[number] = draft
        drafts[other] = draftOther
        return true
      }
      if let partner { removeStay(of: partner, in: draft.number) }
      ledger.giveBack(draft)
    }
    ledger.take(old)
    ledger.take(oldOther)
    recordStay(of: group, 1, in: old.number)
    if let partner { recordStay(of: partner, 1, in: oldOther.number) }
    return false
  }

  /// A session with other seats, when it has all that its course needs.
  private func complete(
    _ old: SessionDraft, without leaver: Int?, with joiner: Int?, at number: Int
  ) -> SessionDraft? {
    guard let draft = redrafted(old, without: leaver, with: joiner),
      isComplete(draft, tables.course(ofPattern: patterns[number]))
    else { return nil }
    return draft
  }
}
