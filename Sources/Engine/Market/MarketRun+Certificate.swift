// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import MatchingCore
internal import Programme
internal import Verification

extension MarketRun {
  /// Prices from which the goals' bounds follow by arithmetic.
  ///
  /// What the parts hold for themselves has one price for all in a certificate: the
  /// goal `filled` is held at a price so high that no part gains by breaking it, and
  /// shares at the prices of an assignment of groups to shares.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  func certificate(
    _ plan: Checked, _ priced: Priced, _ relaxations: [PartRelaxation]
  ) throws(EngineFailure) -> Certificate {
    var tiers: [TierPrices] = []
    for name in names where !name.hasPrefix("fairness") {
      switch name {
      case Goal.points.rawValue:
        if let prices = try pointPrices(plan, priced, relaxations) {
          tiers.append(TierPrices(name: name, prices: prices))
        }
      case Goal.filled.rawValue:
        if let prices = try filledPrices() {
          tiers.append(TierPrices(name: name, prices: prices))
        }
      default: tiers.append(TierPrices(name: name, prices: []))
      }
    }
    return Certificate(tiers: tiers)
  }

  /// What a seat of each post counts in the goal `filled`.
  private var priorities: [Double] {
    scan.eligibility.facts.map { Double($0.priority) }
  }

  private func filledPrices() throws(EngineFailure) -> [RowPrice]? {
    guard let tier = formulation.objectives[Goal.filled.rawValue] else { return nil }
    var prices = [Double](repeating: 0, count: formulation.structure.rowCount)
    var seats = priorities
    for (part, _) in parts {
      let relaxation = try relaxation(of: part, holding: part.program)
      guard try relaxation.best(priorities, into: &seats) != nil else { return nil }
      add(relaxation.rowDuals(), of: part, to: &prices)
    }
    return formulation.certificatePrices(
      of: formulation.structure, tier, duals: prices,
      scale: Array(repeating: 1, count: prices.count), needsPeople: false)
  }

  /// Puts the prices of a part's rows on the rows behind them.
  private func add(_ duals: [Double], of part: StructurePart, to prices: inout [Double]) {
    for (row, dual) in zip(part.rows, duals) where dual != 0 {
      for behind in merged.rowsBehind[row] { prices[Int(behind)] += dual }
    }
  }

  private func pointPrices(
    _ plan: Checked, _ priced: Priced, _ relaxations: [PartRelaxation]
  ) throws(EngineFailure) -> [RowPrice]? {
    guard let tier = formulation.objectives[Goal.points.rawValue] else { return nil }
    // Of a higher price no part makes use: the goal's best value is held.
    var dearest = 0.0
    var seats = priced.worth
    for relaxation in relaxations {
      guard try relaxation.best(priced.worth, into: &seats) != nil else { return nil }
      for (row, dual) in zip(relaxation.program.rows, relaxation.rowDuals())
      where Self.holdsFilled(relaxation.program, row) {
        dearest = max(dearest, -dual)
      }
    }
    let worth = zip(priced.worth, priorities).map { $0 + dearest * $1 }
    var ofStructure = [Double](repeating: 0, count: formulation.structure.rowCount)
    for relaxation in relaxations {
      let program = relaxation.program
      relaxation.leaveOut(
        program.rows.filter {
          Self.holdsFilled(program, $0) || program.origin(of: $0).rule == roundingRule
        }.map(\.index))
      relaxation.freeSeats()
      guard try relaxation.best(worth, into: &seats) != nil else { return nil }
      add(relaxation.rowDuals(), of: relaxation.part, to: &ofStructure)
    }
    var stack = TierStack(formulation.program, clock: clock)
    for result in plan.verification.tiers.prefix(while: { $0.name != tier.name }) {
      if let shares = result.shares {
        stack.hold(shares, of: groups(of: result.name), in: result.name)
      } else if let objective = formulation.objectives[result.name] {
        stack.program.hold(objective, at: result.value)
      }
    }
    var prices = [Double](repeating: 0, count: stack.program.rowCount)
    let shared = formulation.structure.rowCount - pinRows.count
    prices.replaceSubrange(0..<shared, with: ofStructure[..<shared])
    let links = formulation.linkRows
    for (slot, row) in links.enumerated() {
      guard let row else { continue }
      prices[row.index] += priced.worth[scan.eligibility.slots[slot].post]
    }
    let ofPins = addPins(Array(ofStructure[shared...]), links, to: &prices)
    for row in stack.program.rows.dropFirst(formulation.program.rowCount)
    where Self.holdsFilled(stack.program, row) {
      prices[row.index] = -dearest
    }
    for name in names where name.hasPrefix("fairness") {
      addShares(name, plan, stack.program, to: &prices)
    }
    let found = formulation.certificatePrices(
      of: stack.program, tier, duals: prices, scale: Array(repeating: 1, count: prices.count),
      needsPeople: true)
    return (found + couplePrices(priced.worth) + pinPrices(ofPins, priced.worth)).sorted {
      $0.row == $1.row
        ? $0.subjects.lexicographicallyPrecedes($1.subjects) : $0.row < $1.row
    }
  }

  private static func holdsFilled(_ program: IntegerProgram, _ row: IntegerProgram.Row) -> Bool {
    let origin = program.origin(of: row)
    return origin.rule == "hold-tier" && origin.subjects == [Goal.filled.rawValue]
  }

  /// The rows of the structure that stand for pins; they are its last.
  private var pinRows: [IntegerProgram.Row] {
    let structure = formulation.structure
    return structure.rows.reversed().prefix {
      let rule = structure.origin(of: $0).rule
      return rule == Rule.pin.rawValue || rule == Rule.announced.rawValue
    }.reversed()
  }

  /// Puts what seats are forced to hold for a pin on the links of these seats.
  ///
  /// - Returns: The prices of the rows about the applicants, by subjects.
  private func addPins(
    _ duals: [Double], _ links: [IntegerProgram.Row?], to prices: inout [Double]
  ) -> [[String]: Double] {
    var slotOfColumn: [Int: Int] = [:]
    for (slot, column) in formulation.seats { slotOfColumn[column.index] = slot }
    var found: [[String]: Double] = [:]
    for (row, dual) in zip(pinRows, duals) where dual < 0 {
      let origin = formulation.structure.origin(of: row)
      found[[origin.rule] + origin.subjects] = dual
      for term in formulation.structure.terms(of: row) {
        if let slot = slotOfColumn[term.column.index], let link = links[slot] {
          prices[link.index] -= dual
        }
      }
    }
    return found
  }

  /// Prices at which everybody with pins likes best what they ask for.
  private func pinPrices(_ ofSeats: [[String]: Double], _ worth: [Double]) -> [RowPrice] {
    let year = formulation.year
    var prices = ofSeats
    var isKnown: Set<Int> = []
    for (number, pin) in year.pins.enumerated() {
      guard let pins = people.pins[pin.applicant],
        pin.kind == .pin || pin.kind == .announced, isKnown.insert(pin.applicant).inserted
      else { continue }
      var entries: [PostScan.Entry] = []
      scan.collect(of: pin.applicant, into: &entries)
      let best = entries.reduce(0) { max($0, Double($1.points) - worth[Int($1.post)]) }
      let lost = best - gain(ofPinned: pin.applicant, pins, worth)
      let rule = pin.kind == .pin ? Rule.pin : .announced
      let key = [rule.rawValue, year.applicants[pin.applicant].id, String(number + 1)]
      prices[key, default: 0] -= max(0, lost)
    }
    return prices.compactMap { Self.price($0.key[0], Array($0.key.dropFirst()), $0.value) }
  }

  /// Prices at which the two of a couple gain the same everywhere: half of what they
  /// gain there together.
  private func couplePrices(_ worth: [Double]) -> [RowPrice] {
    let year = formulation.year
    guard year.rules[.together] == .hard else { return [] }
    return people.couples.flatMap { couple -> [RowPrice] in
      if people.binds(couple.first) || people.binds(couple.second) { return [] }
      return gainsByHome(of: couple, worth).compactMap { home in
        let price =
          home.second < -1e5
          ? home.first : home.first < -1e5 ? -home.second : (home.first - home.second) / 2
        return Self.price(
          Rule.together.rawValue,
          [
            year.applicants[couple.first].id, year.applicants[couple.second].id, home.city,
            year.cohorts[home.cohort].id,
          ], price)
      }
    }
  }

  private static func price(_ row: String, _ subjects: [String], _ price: Double) -> RowPrice? {
    let units = Int64((price * Double(Certificate.denominator)).rounded())
    return units == 0 ? nil : RowPrice(row: row, subjects: subjects, price: units)
  }

  /// Prices of shares: those of the assignment of groups to the plan's shares that is
  /// worth most at what the groups' counts are worth (Kuhn 1955).
  private func addShares(
    _ name: String, _ plan: Checked, _ program: IntegerProgram, to prices: inout [Double]
  ) {
    let groups = groups(of: name)
    guard let shares = plan.verification.tiers.first(where: { $0.name == name })?.shares else {
      return
    }
    var groupOfColumn: [Int: Int] = [:]
    for (index, group) in groups.enumerated() { groupOfColumn[group.column.index] = index }
    var worth = [Double](repeating: 0, count: groups.count)
    for row in 0..<formulation.program.rowCount where prices[row] != 0 {
      for entry in program.rowStarts[row]..<program.rowStarts[row + 1] {
        guard let group = groupOfColumn[Int(program.entryColumns[entry])] else { continue }
        worth[group] -= prices[row] * Double(program.entryCoefficients[entry])
      }
    }
    let distinct = Set(shares).sorted()
    var people: [Int32] = []
    var places: [Int32] = []
    var values: [Int] = []
    for (index, group) in groups.enumerated() {
      for (place, share) in distinct.enumerated() {
        let least = group.numerator(reaching: share)
        let most = share >= 10_000 ? least : group.numerator(reaching: share + 1) - 1
        guard least <= most else { continue }
        people.append(Int32(index))
        places.append(Int32(place))
        values.append(
          Int((worth[index] * Double(worth[index] > 0 ? most : least) * 1_000).rounded()))
      }
    }
    let assignment = try? SparseAssignment(
      personLimits: Array(repeating: 1, count: groups.count),
      placeLimits: distinct.map { share in shares.count { $0 == share } }, people: people,
      places: places, values: values)
    guard let found = assignment?.best(.mostPairsThenGreatestValue) else { return }
    for row in program.rows.dropFirst(formulation.program.rowCount) {
      let origin = program.origin(of: row)
      guard program.name(of: row).hasPrefix("shares("), origin.subjects.first == name,
        let share = origin.subjects.last.flatMap({ Int($0) }),
        let place = distinct.firstIndex(of: share)
      else { continue }
      prices[row.index] = -Double(found.placePrices[place]) / 1_000
    }
  }
}
