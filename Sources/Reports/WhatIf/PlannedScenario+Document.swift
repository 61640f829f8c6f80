// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Wording

extension PlannedScenario {
  /// The members of the plan of the year as it is, as `whatif.json` has them.
  var members: [String: CanonicalJSON] {
    var members: [String: CanonicalJSON] = [
      "name": .string(name),
      "status": .string(status.rawValue),
      "tiers": .array(tiers.map { Reports.document(of: $0) }),
      "gap": hasPlan ? .number(largestGap(of: tiers)) : .null,
    ]
    for (figure, value) in zip(problem.compared.figures, figures) {
      members[figure.member] = .integer(value)
    }
    return members
  }

  /// The members of a scenario.
  var membersWithMoves: [String: CanonicalJSON] {
    members(with: moves.map { Self.members(of: $0, in: problem.compared) })
  }

  /// The members of a scenario as parts of a comparison have them: why somebody moves is
  /// there in each language.
  var keptMembers: [String: CanonicalJSON] {
    let columns = problem.compared
    return members(
      with: moves.map { move in
        let members = Self.members(of: move, in: columns)
        return columns.movers.tellsWhy
          ? members.merging(move.why.keptMembers("why")) { _, kept in kept } : members
      })
  }

  private func members(with moves: [[String: CanonicalJSON]]) -> [String: CanonicalJSON] {
    var members = members
    members["fewest_moves"] = .boolean(hasFewestMoves)
    members["moves"] = .array(moves.map { .object($0) })
    return members
  }

  /// Somebody or something that is elsewhere, for programs.
  static func document(of move: Move, in columns: ComparedColumns) -> CanonicalJSON {
    .object(members(of: move, in: columns))
  }

  private static func members(of move: Move, in columns: ComparedColumns) -> [String: CanonicalJSON]
  {
    var members: [String: CanonicalJSON] = [
      move.kind: .string(move.id), "from": document(of: move.from, in: columns),
      "to": document(of: move.to, in: columns),
    ]
    if let weight = columns.movers.weight { members[weight.member] = .integer(move.people) }
    if columns.movers.tellsWhy { members["why"] = .string(move.why.description) }
    return members
  }

  private static func document(of place: Place?, in columns: ComparedColumns) -> CanonicalJSON {
    guard let place else { return .null }
    return .object(
      Dictionary(
        zip(columns.place, place.cells.map { .string($0) }),
        uniquingKeysWith: { first, _ in first }))
  }

  /// Reads what `members` or `keptMembers` wrote.
  ///
  /// - Throws: The first thing that is amiss.
  init(_ member: DocumentMember, of problem: PlanProblem) throws(Fault) {
    self.problem = problem
    let status = try member["status"]
    guard let known = DispatchOutcome.Status(rawValue: try status.text()) else {
      throw status.fault(
        "is no status", expected: "optimal, feasible, infeasible or unknown")
    }
    self.status = known
    name = try member["name"].text()
    tiers = []
    for tier in try member["tiers"].members() { tiers.append(try TierResult(tier)) }
    figures = []
    for figure in problem.compared.figures {
      figures.append(try member[figure.member].integer())
    }
    moves = []
    hasFewestMoves = true
    guard member.has("moves") else { return }
    hasFewestMoves = try member["fewest_moves"].boolean()
    for move in try member["moves"].members() {
      moves.append(try Self.move(move, of: problem.compared))
    }
  }

  private static func move(
    _ member: DocumentMember, of columns: ComparedColumns
  ) throws(Fault) -> Move {
    let kind = columns.kinds.first { member.has($0) } ?? columns.kinds[0]
    var move = Move(
      kind: kind, id: try member[kind].text(), from: try place(member["from"], of: columns),
      to: try place(member["to"], of: columns))
    if let weight = columns.movers.weight { move.people = try member[weight.member].count() }
    if columns.movers.tellsWhy { move.why = try member.keptSentence("why") }
    return move
  }

  private static func place(
    _ member: DocumentMember, of columns: ComparedColumns
  ) throws(Fault) -> Place? {
    guard !member.value.isNull else { return nil }
    var cells: [String] = []
    for column in columns.place { cells.append(try member[column].text()) }
    return Place(cells: cells)
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
