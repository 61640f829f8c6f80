// SPDX-License-Identifier: GPL-3.0-or-later
internal import IntegerProgramming
internal import Wording

/// A search that is asked of another process: the program without its names, the tier,
/// the limits, and how GLPK is to go about it.
struct SearchRequest {
  var program: IntegerProgram
  var tier: Tier?
  var options: SolveOptions
  var tuning: GLPKSolver.Tuning
  /// Where to begin.
  var basis: (rows: [BasisStatus], columns: [BasisStatus])?

  var message: SearchMessage {
    var message = SearchMessage()
    message.append(program.columnLowers)
    message.append(program.columnUppers)
    message.append(program.columnIsInteger.map { $0 ? 1 : 0 })
    message.append(program.rowLowers)
    message.append(program.rowUppers)
    message.append(program.rowStarts.map { Int64($0) })
    message.append(program.entryColumns.map { Int64($0) })
    message.append(program.entryCoefficients)
    message.append(optional: tier) { message, tier in
      message.append(tier.name)
      message.append(tier.sense == .maximize)
      message.append(tier.constant)
      message.append(tier.terms.map { Int64($0.column.index) })
      message.append(tier.terms.map(\.coefficient))
    }
    message.append(optional: options.timeLimit) { $0.append($1) }
    message.append(options.relativeGap)
    message.append(optional: options.cutoff) { $0.append($1) }
    message.append(optional: options.start) { $0.append($1) }
    message.append(optional: options.nodeLimit) { $0.append($1) }
    message.append(optional: options.work?.left) { $0.append($1) }
    message.append(tuning.usesPresolver)
    message.append(Int(tuning.cuts.rawValue))
    message.append(Int(tuning.branching.rawValue))
    message.append(Int(tuning.backtracking.rawValue))
    message.append(tuning.usesRoundingHeuristic)
    message.append(tuning.usesFeasibilityPump)
    message.append(optional: basis) { $0.append($1) }
    return message
  }
}

extension SearchRequest {
  init(_ reader: inout SearchMessageReader) throws(SolverFailure) {
    program = try Self.program(&reader)
    let columns = Array(program.columns)
    tier = try reader.optional { (reader) throws(SolverFailure) in
      let name = try reader.text()
      let sense: Sense = try reader.flag() ? .maximize : .minimize
      let constant = try reader.word()
      let (members, weights) = (try reader.numbers(), try reader.numbers())
      return Tier(
        name: name, sense: sense,
        terms: zip(members, weights).map {
          IntegerProgram.Term(column: columns[Int($0)], coefficient: $1)
        },
        constant: constant)
    }
    options = SolveOptions()
    options.timeLimit = try reader.optional { (reader) throws(SolverFailure) in try reader.real() }
    options.relativeGap = try reader.real()
    options.cutoff = try reader.optional { (reader) throws(SolverFailure) in try reader.word() }
    options.start = try reader.optional { (reader) throws(SolverFailure) in
      try reader.assignment()
    }
    options.nodeLimit = try reader.optional { (reader) throws(SolverFailure) in
      try reader.number()
    }
    options.work = try reader.optional { (reader) throws(SolverFailure) in
      WorkBudget(limit: try reader.word())
    }
    tuning = GLPKSolver.Tuning()
    tuning.usesPresolver = try reader.flag()
    tuning.cuts = Cuts(rawValue: Int32(truncatingIfNeeded: try reader.word()))
    tuning.branching =
      Branching(rawValue: Int32(truncatingIfNeeded: try reader.word())) ?? tuning.branching
    tuning.backtracking =
      Backtracking(rawValue: Int32(truncatingIfNeeded: try reader.word())) ?? tuning.backtracking
    tuning.usesRoundingHeuristic = try reader.flag()
    tuning.usesFeasibilityPump = try reader.flag()
    basis = try reader.optional { (reader) throws(SolverFailure) in try reader.basis() }
  }

  private static func program(
    _ reader: inout SearchMessageReader
  ) throws(SolverFailure) -> IntegerProgram {
    let (lowers, uppers) = (try reader.numbers(), try reader.numbers())
    let integers = try reader.numbers()
    let (rowLowers, rowUppers) = (try reader.numbers(), try reader.numbers())
    let starts = try reader.numbers().map { Int($0) }
    let (members, coefficients) = (try reader.numbers(), try reader.numbers())
    guard uppers.count == lowers.count, integers.count == lowers.count,
      rowUppers.count == rowLowers.count, starts.count == rowLowers.count + 1,
      members.count == coefficients.count, starts.last == members.count,
      members.allSatisfy({ lowers.indices.contains(Int($0)) })
    else { throw .invalidModel(localized("what was asked does not fit together")) }
    var program = IntegerProgram()
    program.reserve(columns: lowers.count, rows: rowLowers.count, terms: members.count)
    var columns: [IntegerProgram.Column] = []
    for column in lowers.indices {
      columns.append(
        program.addColumn(
          lower: bound(lowers[column], .min), upper: bound(uppers[column], .max),
          isInteger: integers[column] != 0))
    }
    for row in rowLowers.indices {
      program.addRow(
        terms: (starts[row]..<starts[row + 1]).map {
          IntegerProgram.Term(column: columns[Int(members[$0])], coefficient: coefficients[$0])
        },
        lower: bound(rowLowers[row], .min), upper: bound(rowUppers[row], .max))
    }
    return program
  }

  private static func bound(_ word: Int64, _ none: Int64) -> Int64? { word == none ? nil : word }
}

/// What the other process answers.
struct SearchReply {
  var outcome: Result<SolveOutcome, SolverFailure>
  /// Units of work that were spent.
  var work: Int64
  /// A basis for later programs.
  var basis: (rows: [BasisStatus], columns: [BasisStatus])?

  var message: SearchMessage {
    var message = SearchMessage()
    switch outcome {
    case .success(.optimal(let best)):
      message.append(0)
      message.append(best)
    case .success(.stopped(by: let limit, let best, let bound)):
      message.append(1)
      message.append(Self.limits.firstIndex(of: limit) ?? 0)
      message.append(optional: best) { $0.append($1) }
      message.append(optional: bound) { $0.append($1) }
    case .success(.infeasible): message.append(2)
    case .success(.infeasibleOrUnbounded): message.append(3)
    case .success(.nothingBetter(than: let cutoff)):
      message.append(4)
      message.append(cutoff)
    case .failure(let failure):
      message.append(5)
      message.append("\(failure)")
    }
    message.append(work)
    message.append(optional: basis) { $0.append($1) }
    return message
  }

  private static let limits: [Limit] = [.cancellation, .time, .work, .gap]
}

extension SearchReply {
  init(_ reader: inout SearchMessageReader) throws(SolverFailure) {
    switch try reader.word() {
    case 0: outcome = .success(.optimal(try reader.assignment()))
    case 1:
      let limit = try reader.number()
      let best = try reader.optional { (reader) throws(SolverFailure) in try reader.assignment() }
      let bound = try reader.optional { (reader) throws(SolverFailure) in try reader.real() }
      outcome = .success(
        .stopped(
          by: Self.limits.indices.contains(limit) ? Self.limits[limit] : .cancellation, best: best,
          bound: bound))
    case 2: outcome = .success(.infeasible)
    case 3: outcome = .success(.infeasibleOrUnbounded)
    case 4: outcome = .success(.nothingBetter(than: try reader.word()))
    case 5: outcome = .failure(.crashed(message: try reader.text()))
    default: throw .lost(reason: localized("what it said is not understood"))
    }
    work = try reader.word()
    basis = try reader.optional { (reader) throws(SolverFailure) in try reader.basis() }
  }
}
