// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import YearGenerator
internal import Wording

/// Writes a synthetic programme year of any size.
struct GenerateCommand: Command {
  static let name = "generate"
  static let abstract: Sentence = "Writes a synthetic programme year of any size."
  static let discussion: Sentence = """
    Countries, towns and calendars are as published; persons and schools are invented and labelled \
    so. A plan that keeps every hard rule exists. Equal arguments give equal bytes.
    """
  static let operands = [Operand("DIR", help: "The folder to write; it must not exist.")]
  static let options = [
    Option("applicants", .integer("N", 1...100_000), help: "How many applicants."),
    Option("schools", .integer("M", 1...20_000), help: "How many schools."),
    Option(
      "seed", .integer("K", 0...Int.max), standard: "1", help: "Another seed gives another year."),
    Option(
      "shape", .choice(YearShape.allCases.map(\.rawValue)), standard: .verbatim("plain"),
      help:
        """
        popular: everybody wants the same countries and schools. tight: all limits leave next to \
        no room beside one plan.
        """),
    Option(
      "delegations", .integer("N", 0...5_000),
      help: """
        How many delegations ask to train in Japan, with houses and courses to match; \
        without it as many as is usual for the schools.
        """),
    Option(
      "returnees", .integer("N", 0...20_000), standard: "0",
      help: "How many partners are back in Japan."),
    Option(
      "activities", .integer("N", 0...20_000), standard: "0",
      help: "How many activities they may take part in."),
    Option(
      "exchange-schools", .integer("N", 0...10_000), standard: "0",
      help: "How many schools in Japan exchange teachers with as many abroad."),
    .language, .quiet, .force,
  ]
  static let requiredOptions = ["applicants", "schools"]

  private let folder: String
  private let applicants: Int
  private let schools: Int
  private let seed: Int
  private let shape: YearShape
  private let delegations: Int?
  private let returnees: Int
  private let activities: Int
  private let exchangeSchools: Int
  private let isQuiet: Bool
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    applicants = arguments.integer("applicants") ?? 1
    schools = arguments.integer("schools") ?? 1
    seed = arguments.integer("seed") ?? 1
    shape = arguments.text("shape").flatMap(YearShape.init) ?? .plain
    delegations = arguments.integer("delegations")
    returnees = arguments.integer("returnees") ?? 0
    activities = arguments.integer("activities") ?? 0
    exchangeSchools = arguments.integer("exchange-schools") ?? 0
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let target = OutputFolder(folder, holds: .year, isForced: isForced)
    try target.check()
    let year = generateYear(
      applicants: applicants, schools: schools, seed: UInt64(seed), shape: shape,
      delegations: delegations, returnees: returnees, activities: activities,
      exchangeSchools: exchangeSchools)
    try target.write(programmeFiles(of: year))
    if !isQuiet {
      console.output.line(
        localized(
          """
          Wrote a programme year of \(grouped(year.applicants.count)) applicants, \
          \(grouped(year.schools.count)) schools and \(grouped(year.places)) places into \(folder).
          """))
      console.output.line(localized("Next: \("musubi dispatch \(folder)")"))
    }
    return .done
  }
}
