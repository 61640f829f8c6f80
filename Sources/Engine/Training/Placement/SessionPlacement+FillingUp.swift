// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

extension SessionPlacement {
  /// Gives those for whom there was no session in time one of those there are, of
  /// whatever pattern they may be in; where one is full, somebody in it moves to
  /// another (an ejection chain of length two; Glover, "Ejection Chains, Reference
  /// Structures and Alternating Path Methods", 1996).
  mutating func fillUp() {
    var members: [Int: [Int]] = [:]
    for (group, whole) in tables.wholes.enumerated() { members[whole, default: []].append(group) }
    for pattern in demands.indices where !tables.isForPartners(pattern) {
      for whole in demands[pattern].keys.sorted() {
        for group in members[whole] ?? [] {
          while left[group] > 0, demands[pattern][whole, default: 0] > 0,
            let number = seatSomewhere(group)
          {
            recordSeats(of: group, 1, in: drafts[number].number, pattern)
          }
        }
      }
    }
  }

  /// Seats one more member of a class in some session; its place among the drafts, or
  /// nothing.
  private mutating func seatSomewhere(_ group: Int) -> Int? {
    let possible = drafts.indices.filter {
      tables.mayJoin(group, drafts[$0].number, in: patterns[$0])
    }
    return possible.first { change(at: $0, with: group) }
      ?? possible.first { makeRoom(for: group, at: $0) }
  }

  /// Seats one more group in a session, or a group in place of another.
  private mutating func change(
    at number: Int, without leaver: Int? = nil, with joiner: Int
  ) -> Bool {
    let old = drafts[number]
    ledger.giveBack(old)
    guard let draft = redrafted(old, without: leaver, with: joiner),
      isComplete(draft, tables.course(ofPattern: patterns[number]))
    else {
      ledger.take(old)
      return false
    }
    ledger.take(draft)
    drafts[number] = draft
    return true
  }

  /// Seats a group in place of another, for which there is room elsewhere.
  private mutating func makeRoom(for joiner: Int, at number: Int) -> Bool {
    let old = drafts[number]
    for leaver in old.seats.map(\.group) where tables.classes[leaver].cohort == nil {
      removeStay(of: leaver, in: old.number)
      if change(at: number, without: leaver, with: joiner) {
        for other in drafts.indices
        where other != number && tables.mayJoin(leaver, drafts[other].number, in: patterns[other]) {
          guard change(at: other, with: leaver) else { continue }
          recordStay(of: leaver, 1, in: drafts[other].number)
          return true
        }
        ledger.giveBack(drafts[number])
        ledger.take(old)
        drafts[number] = old
      }
      recordStay(of: leaver, 1, in: old.number)
    }
    return false
  }

  /// A session with one group less or more, where its site has room for that.
  func redrafted(
    _ old: SessionDraft, without leaver: Int?, with joiner: Int?
  ) -> SessionDraft? {
    var draft = draft(old.number)
    var leaver = leaver
    for seats in old.seats {
      guard let join = tables.join(seats.group, old.number) else { return nil }
      var count = seats.count
      if seats.group == leaver {
        count -= 1
        leaver = nil
      }
      for _ in 0..<count where !seat(join, in: &draft) { return nil }
    }
    guard let joiner else { return draft }
    guard let join = tables.join(joiner, old.number), add(join, to: &draft) else { return nil }
    return draft
  }
}
