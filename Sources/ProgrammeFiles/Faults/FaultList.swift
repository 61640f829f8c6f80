// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// The faults of a folder, gathered in one pass.
///
/// Of each kind (same file, column and problem) only so many are kept; the
/// rest are counted, so that a column gone wrong in 100,000 rows is still read
/// by a person.
package struct FaultList: Sendable {
  /// What faults that say the same thing about different lines share.
  private struct Kind: Hashable, Sendable {
    let file: String
    let column: String?
    let kind: String
    let severity: Fault.Severity

    init(_ fault: Fault) {
      file = fault.file
      column = fault.column
      kind = fault.kind
      severity = fault.severity
    }

    private init(file: String, of kind: Kind) {
      self.file = file
      column = kind.column
      self.kind = kind.kind
      severity = kind.severity
    }

    func renamed(_ file: String) -> Kind { Kind(file: file, of: self) }
  }

  /// How many faults of one kind are kept.
  package let keptPerKind: Int
  private var kept: [Fault] = []
  private var counts: [Kind: Int] = [:]
  private var last: Fault?
  /// How many errors were reported, kept or not.
  package private(set) var errorCount = 0
  /// How many notices were reported, kept or not.
  package private(set) var noticeCount = 0

  /// Starts an empty list.
  ///
  /// - Parameter keptPerKind: How many faults of one kind are kept.
  package init(keptPerKind: Int = 20) {
    self.keptPerKind = max(1, keptPerKind)
  }

  /// Adds a fault.
  ///
  /// - Parameter fault: What was found.
  package mutating func report(_ fault: Fault) {
    report(fault) { nil }
  }

  /// Adds a fault whose hint takes effort to find.
  ///
  /// The same fault again is the same: it is counted once. (A scenario that closes
  /// a place stands for a row of each applicant.)
  ///
  /// - Parameters:
  ///   - fault: What was found.
  ///   - hint: Looks for the hint; called only if the fault is kept. The
  ///     fault's own hint stands when this gives none.
  package mutating func report(_ fault: Fault, hint: () -> Fault.Hint?) {
    guard fault != last else { return }
    last = fault
    switch fault.severity {
    case .error: errorCount += 1
    case .notice: noticeCount += 1
    }
    let count = counts[Kind(fault), default: 0]
    counts[Kind(fault)] = count + 1
    guard count < keptPerKind else { return }
    if let hint = hint() {
      kept.append(fault.hinting(hint))
    } else {
      kept.append(fault)
    }
  }

  /// Adds everything another list has gathered.
  ///
  /// - Parameter other: A list from another reader.
  package mutating func append(_ other: FaultList) {
    var seen: [Kind: Int] = [:]
    for fault in other.kept {
      seen[Kind(fault), default: 0] += 1
      report(fault)
    }
    for (kind, count) in other.counts {
      let uncounted = count - seen[kind, default: 0]
      counts[kind, default: 0] += uncounted
      switch kind.severity {
      case .error: errorCount += uncounted
      case .notice: noticeCount += uncounted
      }
    }
  }

  /// The list with other words for what is kept.
  ///
  /// - Parameter change: Gives the fault in other words, of the same file, column,
  ///   kind and severity.
  /// - Returns: The list; faults count as before.
  package func reworded(_ change: (Fault) -> Fault) -> FaultList {
    var list = self
    list.kept = kept.map(change)
    return list
  }

  /// The list with other names for the files.
  ///
  /// - Parameter name: The name of each file in words of the planner's.
  /// - Returns: The list; faults count as before.
  package func renamingFiles(_ name: (String) -> String) -> FaultList {
    var list = reworded { $0.moved(to: name($0.file)) }
    list.counts = Dictionary(
      counts.map { ($0.renamed(name($0.file)), $1) }, uniquingKeysWith: +)
    return list
  }

  /// Whether anything stands in the way of using the files.
  package var hasErrors: Bool { errorCount > 0 }

  /// Whether nothing was reported.
  package var isEmpty: Bool { counts.isEmpty }

  /// The kept faults, by file, line and column.
  package var faults: [Fault] { kept.sorted() }

  /// One line for each kept fault, and one for the rest of each kind.
  ///
  /// The line for the rest stands behind the last kept fault of its kind.
  package var lines: [String] {
    let sorted = faults
    var last: [Kind: Int] = [:]
    var shown: [Kind: Int] = [:]
    for (index, fault) in sorted.enumerated() {
      last[Kind(fault)] = index
      shown[Kind(fault), default: 0] += 1
    }
    var lines: [String] = []
    for (index, fault) in sorted.enumerated() {
      lines.append(fault.description)
      let rest = counts[Kind(fault), default: 0] - shown[Kind(fault), default: 0]
      if rest > 0, last[Kind(fault)] == index {
        lines.append(localized("\(fault.file): and \(grouped(rest)) more like this."))
      }
    }
    return lines
  }
}
