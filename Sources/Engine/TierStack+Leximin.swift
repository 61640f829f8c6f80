// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Wording

extension TierStack {
  /// Solves a leximin tier.
  ///
  /// Of two vectors of shares the leximin prefers the one for which the number
  /// of groups that reach a threshold is larger at the lowest threshold where
  /// these numbers differ. So thresholds are gone through from below, and at
  /// each the number of groups that reach it is made as large as possible and
  /// held. Only the shares of the best plan and the thresholds just above them
  /// matter: as many groups reach the smallest share that is left as reached the
  /// threshold before, so that needs a hold and no search.
  /// (Ogryczak and Śliwiński, "On Direct Methods for Lexicographic Min-Max
  /// Optimization", 2006, go the same way for finite sets of outcomes.)
  ///
  /// A level that is not proven is held at what was found, and the next is
  /// gone to unless time is over. What finds the best assignment for one
  /// objective under everything held is given as `best`; it is told how many
  /// nodes a level is worth: after one that is not proven, little. It finds leaps over
  /// many levels too when `isLeaping` says so; elsewhere these are tried after cuts.
  mutating func solveLeximin(
    _ name: String, _ groups: [FairnessGroup],
    mostNodes: Int? = nil, isLeaping: Bool = false,
    best: (inout TierStack, Tier, _ nodes: Int?) throws(EngineFailure) -> Answer = {
      (stack, tier, nodes) throws(EngineFailure) in try stack.cutAndSearch(for: tier, nodes: nodes)
    }
  ) throws(EngineFailure) -> End {
    if incumbent == nil {
      switch try best(&self, Tier(name: name, sense: .minimize, terms: []), nil) {
      case .infeasible: return .infeasible
      case .nothing: return .nothing
      case .found(let assignment, _, _): incumbent = assignment
      }
    }
    let before = (program: program, levelCount: levelColumns.count)
    levelChains = [:]
    var proven = 0
    var isProven = true
    var boundOfWorst: Int?
    // How many groups the last leap was made with.
    var leapt: Int?
    // How many groups were last raised together.
    var raised: Int?
    while let share = shares(of: groups).first(where: { $0 >= proven }) {
      if share > proven { hold(share, of: groups, in: name) }
      if share >= 10_000 { break }
      let count = shares(of: groups).count { $0 >= share }
      var isOpen = isProven && count != leapt
      if isOpen { isOpen = try mayRise(from: share, groups, name) }
      if isOpen, count != raised {
        raised = count
        if try raiseShares(from: share, of: groups) { continue }
      }
      if isOpen, isCut || isLeaping {
        leapt = count
        let reached = try leap(from: share, groups, name, mostNodes) {
          (stack, tier, nodes) throws(EngineFailure) in
          isLeaping
            ? try best(&stack, tier, nodes) : try stack.cutAndSearch(for: tier, nodes: nodes)
        }
        if let reached {
          proven = reached
          continue
        }
      }
      let threshold = share + 1
      let tier = addLevel(threshold, of: groups, in: name)
      let nodes = isProven ? mostNodes : mostNodes.map { $0 / 20 }
      guard case .found(let assignment, let bound, let isLevelProven) = try best(&self, tier, nodes)
      else { throw EngineFailure("The best plan was lost at \(name), \(threshold) basis points.") }
      if !isLevelProven, isProven {
        isProven = false
        // Until one group is known to fall short, the smallest share may grow.
        if share == shares(of: groups).first, bound >= Int64(groups.count) {
          boundOfWorst = try greatestShare(
            of: groups.count, from: share, to: 10_000, groups, name)
        }
      }
      incumbent = assignment
      if !isLevelProven, clock.isOver { break }
      hold(tier, at: Int(assignment.objective))
      levels.append(
        FairnessLevel(tier: name, threshold: threshold, count: Int(assignment.objective)))
      clock.tell(
        tier: name, step: "\(assignment.objective) of \(groups.count) reach \(threshold)",
        value: assignment.objective, bound: assignment.objective)
      proven = threshold
    }
    let shares = shares(of: groups)
    // Whoever has this vector of shares keeps the levels the cuts were made of.
    let levelled = program
    program = before.program
    takeCuts(of: levelled)
    levelChains = [:]
    if let values = incumbent?.values {
      incumbent?.values = Array(values.prefix(program.columnCount))
    }
    levelColumns.removeLast(levelColumns.count - before.levelCount)
    hold(shares, of: groups, in: name)
    reportShares(name, groups, boundOfWorst: boundOfWorst, isProven: isProven)
    return isProven ? .proven : .stopped
  }

  /// Whether the relaxation allows more groups above a share than there are.
  private func mayRise(
    from share: Int, _ groups: [FairnessGroup], _ name: String
  ) throws(EngineFailure) -> Bool {
    var trial = self
    let tier = trial.addLevel(share + 1, of: groups, in: name)
    return try trial.relaxedBound(of: tier) > Int64(shares(of: groups).count { $0 > share })
  }

  /// Goes up to the greatest share found for as many groups as reach a known
  /// one, without climbing share by share: tries what the linear relaxation
  /// allows, then the middle of what is left.
  ///
  /// A share that is not reached within the nodes is taken for out of reach here;
  /// the level above the share that is returned decides.
  ///
  /// - Parameters:
  ///   - share: A share with its level held.
  ///   - groups: The groups of the tier.
  ///   - name: The tier.
  ///   - mostNodes: How many nodes a level is worth.
  ///   - best: Finds the best assignment for a level.
  /// - Returns: The share, now held too; nothing when none greater was found.
  /// - Throws: `EngineFailure` when the solver broke.
  private mutating func leap(
    from share: Int, _ groups: [FairnessGroup], _ name: String, _ mostNodes: Int?,
    best: (inout TierStack, Tier, _ nodes: Int?) throws(EngineFailure) -> Answer
  ) throws(EngineFailure) -> Int? {
    let count = shares(of: groups).count { $0 >= share }
    let limit = try greatestShare(of: count, from: share, to: 10_000, groups, name)
    var candidates = possibleShares(of: groups).filter { $0 > share && $0 <= limit }
    var reached: Int?
    var isFirst = true
    while !candidates.isEmpty, !clock.isOver {
      let target = isFirst ? limit : candidates[candidates.count / 2]
      let nodes = min(mostNodes ?? .max, isFirst ? .max : Self.nodesOfLeap)
      isFirst = false
      var trial = self
      let tier = trial.addLevel(target, of: groups, in: name)
      guard case .found(let assignment, _, _) = try best(&trial, tier, nodes) else { break }
      guard assignment.objective >= Int64(count) else {
        takeCuts(of: trial.program)
        candidates.removeAll { $0 >= target }
        continue
      }
      trial.incumbent = assignment
      trial.hold(tier, at: count)
      trial.levels.append(FairnessLevel(tier: name, threshold: target, count: count))
      self = trial
      clock.tell(
        tier: name, step: "\(count) of \(groups.count) reach \(target)",
        value: assignment.objective, bound: assignment.objective)
      reached = target
      let all = shares(of: groups)
      let least = all[all.count - count]
      candidates.removeAll { $0 <= max(target, least) }
    }
    return reached
  }

  private static var nodesOfLeap: Int { 100 }

  /// Shares that a group can have, ascending.
  private func possibleShares(of groups: [FairnessGroup]) -> [Int] {
    var shares: Set<Int> = []
    for group in groups {
      let bounds = program.bounds(of: group.column)
      for numerator in (bounds.lower ?? 0)...(bounds.upper ?? Int64(group.denominator)) {
        shares.insert(group.share(numerator))
      }
    }
    return shares.sorted()
  }

  /// The greatest share that so many groups reach as far as linear relaxations
  /// know.
  ///
  /// - Parameters:
  ///   - count: How many groups.
  ///   - share: A share that they may reach.
  ///   - limit: A share that they may not exceed.
  ///   - groups: The groups of the tier.
  ///   - name: The tier.
  /// - Returns: A share from `share` to `limit`.
  /// - Throws: `EngineFailure` when the solver broke.
  private func greatestShare(
    of count: Int, from share: Int, to limit: Int, _ groups: [FairnessGroup], _ name: String
  ) throws(EngineFailure) -> Int {
    // Only shares that a group can have matter.
    let candidates = [share] + possibleShares(of: groups).filter { $0 > share && $0 <= limit }
    var (low, high) = (0, candidates.count - 1)
    while low < high, !clock.isOver {
      let middle = (low + high + 1) / 2
      var trial = self
      let tier = trial.addLevel(candidates[middle], of: groups, in: name)
      var canReach = tier.constant + Int64(tier.terms.count) >= Int64(count)
      if canReach { canReach = try trial.relaxedBound(of: tier) >= Int64(count) }
      if canReach { low = middle } else { high = middle - 1 }
    }
    return candidates[high]
  }

  /// Holds a whole vector of shares: each group has one of them, and each share
  /// is had by as many groups as in the vector.
  ///
  /// Groups and shares are the two sides of a transportation problem, whose
  /// relaxation is whole; that of a switch for each level and group is much
  /// weaker.
  mutating func hold(_ shares: [Int], of groups: [FairnessGroup], in name: String) {
    var takers: [Int: [Term]] = [:]
    for group in groups {
      let bounds = program.bounds(of: group.column)
      let count = incumbent?[group.column]
      let origin = Origin(rule: "hold-tier", subjects: [name] + group.subjects)
      var (taken, least, most) = ([Term](), [Term(group.column, 1)], [Term(group.column, 1)])
      for share in Set(shares).sorted() {
        let lower = max(group.numerator(reaching: share), bounds.lower ?? 0)
        let upper =
          share >= 10_000
          ? bounds.upper ?? lower
          : min(group.numerator(reaching: share + 1) - 1, bounds.upper ?? .max)
        guard lower <= upper else { continue }
        let column = program.addColumn(
          named: "share(\(group.subjects.joined(separator: ",")),\(share))", lower: 0, upper: 1,
          isInteger: true, origin: origin)
        taken.append(Term(column, 1))
        if lower != 0 { least.append(Term(column, -lower)) }
        if upper != 0 { most.append(Term(column, -upper)) }
        takers[share, default: []].append(Term(column, 1))
        levelColumns.append(column)
        if let count { incumbent?.values.append((lower...upper).contains(count) ? 1 : 0) }
      }
      let id = group.subjects.joined(separator: ",")
      program.addRow(named: "share(\(id))", terms: taken, lower: 1, upper: 1, origin: origin)
      program.addRow(named: "share.fewest(\(id))", terms: least, lower: 0, origin: origin)
      program.addRow(named: "share.most(\(id))", terms: most, upper: 0, origin: origin)
    }
    for share in Set(shares).sorted() {
      let count = Int64(shares.count { $0 == share })
      program.addRow(
        named: "shares(\(name),\(share))", terms: takers[share] ?? [], lower: count, upper: count,
        origin: Origin(rule: "hold-tier", subjects: [name, String(share)]))
    }
  }

  /// The shares of the best plan, smallest first.
  func shares(of groups: [FairnessGroup]) -> [Int] {
    guard let incumbent else { return [] }
    return groups.map { $0.share(incumbent[$0.column]) }.sorted()
  }

  /// The shares that a fairness tier was held at, smallest first.
  func shares(in name: String) -> [Int] {
    tiers.first { $0.name == name }?.shares ?? []
  }

  /// The least and the greatest value of a group's count under what is held.
  ///
  /// Where a search stops early, its bound is taken.
  func range(of group: FairnessGroup) throws(EngineFailure) -> ClosedRange<Int64>? {
    var ends: [Int64] = []
    for sense in [Sense.minimize, .maximize] {
      let tier = Tier(name: "range", sense: sense, terms: [Term(group.column, 1)])
      guard case .found(_, let bound, _) = try best(for: tier, gap: 0, nodes: 40) else {
        return nil
      }
      ends.append(bound)
    }
    return ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }

  /// Holds how many groups reach a share that the best plan has.
  private mutating func hold(_ share: Int, of groups: [FairnessGroup], in name: String) {
    let count = shares(of: groups).count { $0 >= share }
    hold(addLevel(share, of: groups, in: name), at: count)
    levels.append(FairnessLevel(tier: name, threshold: share, count: count))
  }

  /// Adds a switch for each group that says whether it reaches the threshold,
  /// and sets the best plan's switches.
  ///
  /// A group's switches form a chain: with thresholds of *n*₁ < *n*₂ < … the
  /// count is at least Σ (*n*ₖ − *n*ₖ₋₁) · *r*ₖ above what is certain, and no
  /// switch is on unless the one before is. That is the tightest linear form
  /// (Vielma, "Mixed Integer Linear Programming Formulation Techniques", 2015,
  /// section 6, "incremental formulation"). Groups that reach the threshold
  /// anyhow, or never can, need no switch.
  mutating func addLevel(
    _ threshold: Int, of groups: [FairnessGroup], in name: String
  ) -> Tier {
    var tier = Tier(name: "\(name):\(threshold)", sense: .maximize, terms: [])
    for group in groups {
      let needed = group.numerator(reaching: threshold)
      let bounds = program.bounds(of: group.column)
      let certain = bounds.lower ?? 0
      if certain >= needed {
        tier.constant += 1
        continue
      }
      if bounds.upper ?? .max < needed { continue }
      var chain = (levelChains[group.column] ?? []).filter { $0.needed > certain }
      if chain.last?.needed != needed {
        let column = addSwitch(of: group, needed: needed, after: chain, in: name, threshold)
        chain.append((needed, column))
        levelChains[group.column] = chain
      }
      if let last = chain.last { tier.terms.append(Term(last.column, 1)) }
    }
    return tier
  }

  /// Adds the next switch of a group's chain.
  private mutating func addSwitch(
    of group: FairnessGroup, needed: Int64, after chain: [(needed: Int64, column: Column)],
    in name: String, _ threshold: Int
  ) -> Column {
    let id = group.subjects.joined(separator: ",")
    let origin = Origin(rule: name, subjects: group.subjects)
    let reaches = program.addColumn(
      named: "reaches(\(id),\(threshold))", lower: 0, upper: 1, isInteger: true, origin: origin)
    let certain = program.bounds(of: group.column).lower ?? 0
    var terms = [Term(group.column, 1)]
    var reached = certain
    for step in chain + [(needed, reaches)] {
      terms.append(Term(step.column, reached - step.needed))
      reached = step.needed
    }
    program.addRow(
      named: "\(name)(\(id),\(threshold))", terms: terms, lower: certain, origin: origin)
    if let last = chain.last {
      program.addRow(
        named: "\(name).order(\(id),\(threshold))",
        terms: [Term(last.column, 1), Term(reaches, -1)], lower: 0, origin: origin)
    }
    levelColumns.append(reaches)
    if let plan = incumbent { incumbent?.values.append(plan[group.column] >= needed ? 1 : 0) }
    return reaches
  }

  /// Holds how many groups reach a level.
  mutating func hold(_ level: Tier, at count: Int) {
    if Int64(count) - level.constant == Int64(level.terms.count) {
      // All that can: their counts are bounded, and their chains begin anew.
      for (group, chain) in levelChains {
        guard let last = chain.last, level.terms.contains(where: { $0.column == last.column })
        else { continue }
        let bounds = program.bounds(of: group)
        program.setBounds(of: group, lower: last.needed, upper: bounds.upper)
        for step in chain { program.setBounds(of: step.column, lower: 1, upper: 1) }
      }
    } else {
      program.hold(level, at: Int64(count))
    }
  }

  /// Takes over what is known of a fairness tier where the best plan has these
  /// shares.
  ///
  /// - Returns: Whether it has.
  mutating func record(
    _ known: TierResult, of groups: [FairnessGroup], levels: [FairnessLevel]
  ) -> Bool {
    let shares = shares(of: groups)
    guard incumbent != nil, known.isVectorProven, shares == known.shares else { return false }
    hold(shares, of: groups, in: known.name)
    self.levels += levels.filter { $0.tier == known.name }
    tiers.append(known)
    return true
  }

  /// Reports a fairness tier by the best plan's shares.
  mutating func reportShares(
    _ name: String, _ groups: [FairnessGroup], boundOfWorst: Int?, isProven: Bool
  ) {
    let shares = shares(of: groups)
    let worst = Int64(shares.first ?? 10_000)
    tiers.append(
      TierResult(
        name: name, value: worst, bound: boundOfWorst.map { max(worst, Int64($0)) } ?? worst,
        shares: shares, isVectorProven: isProven))
  }
}
