// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Plans the exchange of teachers.
struct ExchangeCommand: Command {
  static let name = "exchange"
  static let abstract: Sentence =
    "Decides which schools in Japan and abroad exchange teachers, and when."
  static let discussion: Sentence = """
    Each partnership is of a school in Japan and one abroad. Teachers visit both ways, in weeks \
    that suit both schools and the calendars of both countries, unless a school only sends or \
    hosts or a visit of earlier years is paid back. Every country has its part, and a prefecture \
    does not host more groups at a time than it can. The plan is verified against the data before \
    it is written. An interrupt (Ctrl-C) ends the search: the best plan so far is still written, \
    with its true gap; a second one ends the program.
    """
  static let keepsRuns = true
  static let operands = [Operand.year]
  static let options = PlanRequest.options(
    for: .exchange, gap: "0.01%",
    help: """
      How far from the best possible goals other than fairness may stay; 0 asks for the \
      best itself.
      """,
    and: [
      Option(
        "stable", .flag,
        help: "Puts first that as few schools as can be would both rather have each other.")
    ])

  private let request: PlanRequest

  init(_ arguments: Arguments) throws(UsageError) {
    request = try PlanRequest(
      arguments, for: .exchange, gap: ExchangeOptions().gap, isStable: arguments.has("stable"))
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    let input = try request.input(on: console)
    try checkExchange(of: input.year, in: request.folder)
    let target = try request.target(on: console)
    let outcome = try request.search.exchange(input.year, on: console)
    guard outcome.status != .infeasible else {
      let reasons = try request.search.shortCountries(of: input.year, on: console)
      request.show(
        exchangeInfeasibility(reasons),
        exchangeRunDocument(infeasibleBecause: reasons, seconds: request.seconds), on: console)
      return .infeasible
    }
    guard let plan = outcome.plan else {
      if request.format == .json {
        console.output.write(
          exchangeRunDocument(infeasibleBecause: nil, seconds: request.seconds).string())
      }
      throw RunError(.stoppedWithoutPlan, "stopped before there was a plan; nothing was written.")
    }
    let verification = verifyExchange(plan, in: input.year, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    let report = ExchangeReport(
      year: input.year, outcome: outcome, plan: plan, verification: verification,
      askedGap: request.gap, inputDigest: input.digest, scenarios: input.scenarios)
    try target.write(report.planFiles())
    request.show(
      report.summary(folder: request.output, seconds: request.seconds),
      report.runDocument(folder: request.output, seconds: request.seconds), on: console)
    return outcome.status == .optimal ? .done : .stoppedWithPlan
  }
}

/// Refuses a year in which there is nothing to plan.
func checkExchange(of year: ProgrammeYear, in folder: String) throws(RunError) {
  guard !year.exchange.isPlanned else { return }
  let file = "exchange_schools.csv"
  let isMissing = unsafe access(folder + "/" + file, F_OK) != 0
  let state: Sentence = isMissing ? "\(file) is missing" : "\(file) has no rows"
  throw RunError(
    isMissing ? .inputMissing : .badData,
    """
    the year has no schools that exchange teachers: \(state).
    docs/files.md has every column; musubi generate --exchange-schools N writes a year that has \
    N schools in Japan and as many abroad.
    """)
}

extension PlanSearch {
  /// Plans the exchange of a year's teachers.
  ///
  /// - Throws: `RunError` when the engine broke.
  func exchange(
    _ year: ProgrammeYear, on console: Console
  ) throws(RunError) -> ExchangeOutcome {
    try run(on: console) { progress throws(EngineFailure) in
      var options = ExchangeOptions()
      options.gap = gap
      options.timeLimit = timeLimit
      options.isCancelled = console.isInterrupted
      options.progress = progress
      return try planExchange(year, options: options)
    }
  }

  /// Of a year without a plan: what the verifier says of countries in the plan in which
  /// they fall short of their partnerships by the least in all.
  ///
  /// - Throws: `RunError` when the engine broke.
  func shortCountries(of year: ProgrammeYear, on console: Console) throws(RunError) -> [String] {
    var nearest = year
    nearest.exchange.rules.strictness[.countries] = .soft(penalty: 1)
    for rule in ExchangeRule.allCases where nearest.exchange.rules[rule].penalty != nil {
      if rule != .countries { nearest.exchange.rules.strictness[rule] = .off }
    }
    nearest.exchange.objective = [.penalties, .pairs]
    guard let plan = try exchange(nearest, on: console).plan else { return [] }
    return verifyExchange(plan, in: nearest).rules.first {
      $0.id == ExchangeRule.countries.rawValue
    }?.violations.map(\.sentence) ?? []
  }
}
