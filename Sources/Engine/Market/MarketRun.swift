// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Synchronization
internal import Wording

/// A run over a year with too many triples to formulate: counts over the merged
/// structure, people by flows, a bound by prices.
///
/// The program's relaxation is taken apart between people and seats. A flow fills
/// seats for the most points, which is a concave function of the seats; its prices
/// say what a seat is worth, the structure's parts choose the best seats for that,
/// and the seats move a step towards them (Frank and Wolfe, "An algorithm for
/// quadratic programming", 1956). Prices and choices together are a bound at each
/// step. `docs/engine.md` has the whole way.
struct MarketRun {
  let scan: PostScan
  let formulation: DispatchFormulation
  let merged: MergedStructure
  let options: DispatchOptions
  let clock: RunClock
  let names: [String]
  let people: BoundPeople
  /// The post behind each merged column of seats; −1 for others.
  let postOfColumn: [Int32]
  /// The merged structure's parts, each with the tiers it holds.
  var parts: [(part: StructurePart, stack: TierStack)] = []

  /// - Returns: Nothing for years that have to be solved in another way.
  init?(_ eligibility: DispatchEligibility, options: DispatchOptions, clock: RunClock) {
    let year = eligibility.year
    guard options.baseline == nil,
      year.applicants.count * eligibility.slots.count > options.mostPairsToChoose,
      let scan = PostScan(eligibility)
    else { return nil }
    names = DispatchFormulation.tierNames(of: year, hasBaseline: false)
    guard names.last == Goal.points.rawValue, !names.contains(Goal.moved.rawValue),
      !names.contains(Goal.dropped.rawValue),
      year.rules.announced.mostMoved == 0,
      !names.dropLast().contains(Goal.weighted.rawValue),
      Self.rulesThatBind.allSatisfy({ year.rules[$0].penalty == nil })
    else { return nil }
    self.scan = scan
    self.options = options
    self.clock = clock
    let people = BoundPeople(year)
    self.people = people
    let candidates = scan.candidates(threads: options.threads)
    clock.tell(tier: "preparing", step: "looked at every applicant and post")
    // Pins ask for seats, so that their triples have to be there.
    var placements: [(applicant: Int, slot: Int)] = []
    var entries: [PostScan.Entry] = []
    for applicant in people.pins.keys.sorted() {
      scan.collect(of: applicant, into: &entries)
      let kept = entries.compactMap { scan.kept($0, by: people.pins[applicant] ?? []) }
      placements += kept.flatMap { entry in
        cohorts(of: entry.cohorts).map {
          (applicant, scan.slot(ofPost: Int(entry.post), cohort: $0))
        }
      }
    }
    formulation = DispatchFormulation(
      eligibility,
      TripleTable(
        eligibility, placements: placements.sorted { $0 < $1 }, candidates: candidates),
      hasBaseline: false)
    merged = MergedStructure(formulation)
    var postOfColumn = [Int32](repeating: -1, count: merged.program.columnCount)
    for (post, column) in merged.seatsOfPost.enumerated() where column >= 0 {
      postOfColumn[Int(column)] = Int32(post)
    }
    self.postOfColumn = postOfColumn
    clock.tell(
      tier: "preparing", step: "formulated the seats", columns: merged.program.columnCount)
  }

  /// Rules about applicants by name, which are kept here and never paid for.
  private static var rulesThatBind: [Rule] { [.together, .apart, .pin, .announced] }

  /// Solves all goals.
  ///
  /// - Returns: A plan with its bounds; unknown when this way finds none.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func solve() throws(EngineFailure) -> DispatchOutcome {
    let unknown = DispatchOutcome(status: .unknown)
    guard try solveCounts() else { return unknown }
    let year = formulation.year
    guard
      var market = PeopleMarket(
        people: year.applicants.count, posts: scan.eligibility.posts.count)
    else { return unknown }
    addPinned(people.pins, to: &market)
    let relaxations = try makeRelaxations()
    guard var priced = try price(&market, relaxations),
      let plan = try plan(&market, &priced)
    else { return unknown }
    var outcome = outcome(plan, priced)
    clock.tell(tier: "points", step: "certificate")
    outcome.certificate = try certificate(plan, priced, relaxations)
    return outcome
  }

  /// Solves the goals about counts, country by country.
  ///
  /// - Returns: Whether each part has an assignment.
  private mutating func solveCounts() throws(EngineFailure) -> Bool {
    let found = Engine.parts(of: merged.program, parting: true)
    let order = found.indices.sorted {
      (found[$1].columns.count, $0) < (found[$0].columns.count, $1)
    }
    let clocks = found.map { _ in clock.apart(pieces: found.count) }
    let fairness = clocks.map { $0.ending(after: Self.shareOfFairness) }
    let next = Mutex(0)
    let solved = Mutex([Result<TierStack?, EngineFailure>?](repeating: nil, count: found.count))
    let run = self
    @Sendable func work() {
      while true {
        let position = next.withLock { position in
          position += 1
          return position - 1
        }
        guard position < order.count else { return }
        let index = order[position]
        let result: Result<TierStack?, EngineFailure>
        do throws(EngineFailure) {
          result = .success(
            try run.solveCounts(of: found[index], clocks[index], fairness: fairness[index]))
        } catch { result = .failure(error) }
        solved.withLock { $0[index] = result }
      }
    }
    let helper = options.threads > 1 ? BackgroundTask { work() } : nil
    work()
    helper?.value()
    for piece in clocks { clock.join(piece) }
    for (part, result) in zip(found, solved.withLock({ $0 })) {
      guard var stack = try result?.get() else { return false }
      stack.clock = clock
      parts.append((part, stack))
    }
    return true
  }

  /// The part of the time and the work left which fairness may take.
  private static var shareOfFairness: Double { 0.4 }

  private func solveCounts(
    of part: StructurePart, _ clock: RunClock, fairness: RunClock
  ) throws(EngineFailure) -> TierStack? {
    var stack = TierStack(part.program, clock: clock, holdsByBounds: true)
    for name in names.dropLast() {
      if name.hasPrefix("fairness") {
        let groups = part.groups(merged.groups(groups(of: name)))
        stack.clock = fairness
        _ = try stack.solveLeximin(
          name, groups, mostNodes: DispatchRun.mostNodesOfLevel(in: part.program))
        stack.clock = clock
      } else if let objective = formulation.objectives[name] {
        _ = try stack.solve(part.tier(merged.tier(objective)), gap: 0)
      }
      if stack.incumbent == nil { return nil }
    }
    if stack.incumbent == nil {
      _ = try stack.solve(Tier(name: DispatchRun.anyPlan, sense: .minimize, terms: []), gap: 0)
    }
    return stack.incumbent == nil ? nil : stack
  }

  func groups(of name: String) -> [FairnessGroup] {
    formulation.fairnessGroups.filter { $0.tier == name }
  }

  private func makeRelaxations() throws(EngineFailure) -> [PartRelaxation] {
    var found: [PartRelaxation] = []
    for (part, stack) in parts {
      found.append(try relaxation(of: part, holding: stack.program))
    }
    return found
  }

  /// The linear relaxation of a part under what is held.
  func relaxation(
    of part: StructurePart, holding program: IntegerProgram
  ) throws(EngineFailure) -> PartRelaxation {
    let sums = formulation.sumColumns(needsPeople: true).map {
      Int(merged.mergedColumn[$0.index])
    }
    return try PartRelaxation(
      part, holding: program, postOfColumn: postOfColumn, sums: Set(sums), clock: clock)
  }
}

/// The members of a set of cohorts, ascending.
func cohorts(of set: UInt64) -> [Int] {
  var (rest, found) = (set, [Int]())
  while rest != 0 {
    found.append(rest.trailingZeroBitCount)
    rest &= rest - 1
  }
  return found
}
