// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles

extension PlannedScenario {
  /// The members of the plan of the year as it is, as `whatif.json` has them.
  var members: [String: CanonicalJSON] {
    [
      "name": .string(name),
      "status": .string(status.rawValue),
      "tiers": .array(tiers.map { Reports.document(of: $0) }),
      "gap": hasPlan ? .number(largestGap(of: tiers)) : .null,
      "filled": .integer(partners),
      "places": .integer(places),
      "cost_jpy": .integer(cost),
    ]
  }

  /// The members of a scenario.
  var membersWithMoves: [String: CanonicalJSON] {
    var members = members
    members["fewest_moves"] = .boolean(hasFewestMoves)
    members["moves"] = .array(
      moves.map { move in
        [
          "applicant": .string(move.applicant), "from": Self.document(of: move.from),
          "to": Self.document(of: move.to),
        ]
      })
    return members
  }

  private static func document(of place: Place?) -> CanonicalJSON {
    place.map { ["post": .string($0.post), "cohort": .string($0.cohort)] } ?? .null
  }

  /// Reads what `members` or `membersWithMoves` wrote.
  ///
  /// - Throws: The first thing that is amiss.
  init(_ member: DocumentMember) throws(Fault) {
    let status = try member["status"]
    guard let known = DispatchOutcome.Status(rawValue: try status.text()) else {
      throw status.fault(
        "is no status", expected: "optimal, feasible, infeasible or unknown")
    }
    self.status = known
    name = try member["name"].text()
    tiers = []
    for tier in try member["tiers"].members() { tiers.append(try TierResult(tier)) }
    places = try member["places"].count()
    partners = try member["filled"].count()
    cost = try member["cost_jpy"].integer()
    moves = []
    hasFewestMoves = true
    guard member.has("moves") else { return }
    hasFewestMoves = try member["fewest_moves"].boolean()
    for move in try member["moves"].members() {
      moves.append(
        Move(
          applicant: try move["applicant"].text(), from: try Self.place(move["from"]),
          to: try Self.place(move["to"])))
    }
  }

  private static func place(_ member: DocumentMember) throws(Fault) -> Place? {
    guard !member.value.isNull else { return nil }
    return Place(post: try member["post"].text(), cohort: try member["cohort"].text())
  }
}

extension TierResult {
  /// Reads a goal's value as documents have it.
  ///
  /// - Throws: The first thing that is amiss.
  init(_ member: DocumentMember) throws(Fault) {
    var shares: [Int]?
    if member.has("shares") {
      var found: [Int] = []
      for share in try member["shares"].members() { found.append(Int(try share.integer())) }
      shares = found
    }
    self.init(
      name: try member["name"].text(), value: try member["value"].integer(),
      bound: try member["bound"].integer(), shares: shares,
      isVectorProven: member.has("shares_proven")
        ? try member["shares_proven"].boolean() : true)
  }
}
