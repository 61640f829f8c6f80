// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// How the counting tiers of a structure's parts are held in the whole program, so
/// that bounds alone hold other values.
struct HeldCounts {
  /// The tiers.
  let names: [String]
  /// The parts with what they hold, before seats were settled.
  let parts: [(part: StructurePart, stack: TierStack)]
  var shares: [HeldShares] = []
  /// Rows that hold a tier's value in a part, or in the whole.
  private var values: [(tier: String, part: Int?, row: Int)] = []

  init(names: [String], parts: [(part: StructurePart, stack: TierStack)]) {
    self.names = names
    self.parts = parts
  }

  /// Remembers that a program's last row holds a tier in a part, or in the whole.
  mutating func add(tier: String, part: Int?, rowsOf program: IntegerProgram) {
    values.append((tier, part, program.rowCount - 1))
  }

  /// The rows' bounds for other values.
  ///
  /// - Parameters:
  ///   - parts: What the parts hold now.
  ///   - objective: The tiers over the whole program.
  /// - Returns: The rows' bounds.
  func edit(
    for parts: [(part: StructurePart, stack: TierStack)], objective: (String) -> Tier
  ) -> ProgramEdit {
    var edit = ProgramEdit()
    for (tier, index, row) in values {
      let whole = objective(tier)
      let values = (index.map { [parts[$0]] } ?? parts).compactMap { _, stack in
        stack.tiers.first { $0.name == tier }?.value
      }
      let sum = values.reduce(0, +)
      edit.rows[row] =
        whole.sense == .maximize ? ProgramEdit.Bounds(sum, nil) : ProgramEdit.Bounds(nil, sum)
    }
    return edit
  }
}

/// Columns and rows by which the groups of a part can be held at any shares that
/// are a little off.
///
/// As `TierStack.hold(_:of:in:)` holds a vector of shares, with columns and rows for
/// more shares than there are: bounds say which there are. A group that is alone is
/// held by the bounds of its count.
struct HeldShares {
  let tier: String
  /// The part's number.
  let part: Int
  /// The groups, in the whole program's columns.
  let groups: [FairnessGroup]
  fileprivate(set) var columns: [(share: Int, column: Int)] = []
  fileprivate(set) var rows: [(share: Int, row: Int)] = []
  /// The groups' counts as the rules alone bound them.
  fileprivate let bounds: [ProgramEdit.Bounds]

  /// Whether shares can be held.
  ///
  /// - Parameters:
  ///   - shares: One for each group, in any order.
  ///   - groups: The groups, with what they are shares of now.
  /// - Returns: Whether there are columns and rows for them.
  func canHold(_ shares: [Int], of groups: [FairnessGroup]) -> Bool {
    groups.count <= 1
      || groups.map(\.denominator) == self.groups.map(\.denominator)
        && shares.allSatisfy { share in rows.contains { $0.share == share } }
  }

  /// The bounds that hold shares.
  ///
  /// - Parameters:
  ///   - shares: One for each group, in any order.
  ///   - groups: The groups, with what they are shares of now.
  /// - Returns: Bounds of columns and rows.
  func edit(for shares: [Int], _ groups: [FairnessGroup]) -> ProgramEdit {
    var edit = ProgramEdit()
    if let group = groups.first, groups.count == 1, let share = shares.first {
      let upper = share >= 10_000 ? nil : group.numerator(reaching: share + 1) - 1
      edit.columns[group.column.index] = bounds[0].intersected(
        ProgramEdit.Bounds(group.numerator(reaching: share), upper))
    }
    for (share, column) in columns {
      edit.columns[column] = ProgramEdit.Bounds(0, shares.contains(share) ? 1 : 0)
    }
    for (share, row) in rows {
      let count = Int64(shares.count { $0 == share })
      edit.rows[row] = ProgramEdit.Bounds(count, count)
    }
    return edit
  }
}

extension TierStack {
  /// Adds what holds a part's groups at any shares that are a little off those of
  /// the best assignment; bounds do not hold any yet.
  ///
  /// - Parameters:
  ///   - groups: The part's groups, in this program's columns.
  ///   - name: The tier.
  ///   - number: The part's number.
  ///   - best: What the part holds.
  ///   - part: The part.
  ///   - formulation: The program before anything is held.
  /// - Returns: The columns and rows.
  /// - Complexity: Proportional to what the groups are shares of.
  mutating func holdAnyShares(
    of groups: [FairnessGroup], in name: String, part number: Int, near best: TierStack,
    _ part: StructurePart, _ formulation: IntegerProgram
  ) -> HeldShares {
    var held = HeldShares(
      tier: name, part: number, groups: groups,
      bounds: groups.map { ProgramEdit.Bounds(formulation.bounds(of: $0.column)) })
    guard groups.count > 1 else { return held }
    var near = Set(best.shares(in: name))
    for (group, bounds) in zip(groups, held.bounds) {
      guard let count = part.position(of: group.column).flatMap({ best.incumbent?[$0] })
      else { continue }
      let counts = ProgramEdit.Bounds(count - Self.mostStepsOff, count + Self.mostStepsOff)
        .intersected(bounds)
      guard let least = counts.lower, let most = counts.upper, least <= most else { continue }
      near.formUnion((least...most).map { group.share($0) })
    }
    var takers: [Int: [Term]] = [:]
    for (group, bounds) in zip(groups, held.bounds) {
      let origin = Origin(rule: "hold-tier", subjects: [name] + group.subjects)
      var (taken, least, most) = ([Term](), [Term(group.column, 1)], [Term(group.column, 1)])
      let (fewest, all) = (bounds.lower ?? 0, bounds.upper ?? Int64(group.denominator))
      guard fewest <= all else { continue }
      for share in near.intersection((fewest...all).map { group.share($0) }).sorted() {
        let column = program.addColumn(
          named: "share(\(group.subjects.joined(separator: ",")),\(share))", lower: 0, upper: 1,
          isInteger: true, origin: origin)
        let lower = group.numerator(reaching: share)
        let upper = share >= 10_000 ? all : min(all, group.numerator(reaching: share + 1) - 1)
        taken.append(Term(column, 1))
        if lower != 0 { least.append(Term(column, -lower)) }
        if upper != 0 { most.append(Term(column, -upper)) }
        takers[share, default: []].append(Term(column, 1))
        levelColumns.append(column)
        held.columns.append((share, column.index))
      }
      let id = group.subjects.joined(separator: ",")
      program.addRow(named: "share(\(id))", terms: taken, lower: 1, upper: 1, origin: origin)
      program.addRow(named: "share.fewest(\(id))", terms: least, lower: 0, origin: origin)
      program.addRow(named: "share.most(\(id))", terms: most, upper: 0, origin: origin)
    }
    for (share, terms) in takers.sorted(by: { $0.key < $1.key }) {
      let row = program.addRow(
        named: "shares(\(name),\(share))", terms: terms,
        origin: Origin(rule: "hold-tier", subjects: [name, String(share)]))
      held.rows.append((share, row.index))
    }
    return held
  }

  /// How far a single change moves a group's count, if not more.
  private static var mostStepsOff: Int64 { 2 }

  /// Gives the program the bounds of an edit.
  mutating func apply(_ edit: ProgramEdit) {
    for (column, bounds) in edit.columns {
      program.setBounds(of: Column(index: column), lower: bounds.lower, upper: bounds.upper)
    }
    for (row, bounds) in edit.rows {
      program.setBounds(
        of: IntegerProgram.Row(index: row), lower: bounds.lower, upper: bounds.upper)
    }
  }
}
