// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import YearGenerator

/// A programme year: countries, cohorts, schools, applicants, rules and goals, read and checked.
///
/// A year is the text of its files with scenarios laid on them. There is one way to change it,
/// ``applying(_:)``, whether the change comes from a planner's file or from code: what comes out
/// is read and checked as every folder is, and a plan made of it carries the change along, so
/// that anybody can verify it later.
///
/// A year is a value; a changed year is another one. Lists are in the order of identifiers.
public struct ProgrammeYear: Sendable {
  let value: Programme.ProgrammeYear
  let folder: YearFolder
  let scenarios: [ProgrammeFiles.Scenario]
  /// SHA-256 over the text of the files and of the scenarios laid on them, in hexadecimal digits.
  public let digest: String
  /// What is worth knowing about the files and stands in nobody's way.
  public let notices: [YearFault]

  /// Reads and checks the folder of a year, or a workbook (`.xlsx`) with its tables as sheets.
  ///
  /// - Parameters:
  ///   - path: The path of either; docs/files.md describes every file.
  ///   - scenarios: What is different from the files, in order.
  /// - Throws: All faults of the files and of the scenarios at once.
  /// - Complexity: O(*n* log *n*), where *n* is the size of the files.
  public init(at path: String, scenarios: [Scenario] = []) throws(YearFaults) {
    try self.init(YearFolder(at: path), scenarios)
  }

  /// Checks a year that is in no folder.
  ///
  /// - Parameters:
  ///   - files: The text of each file by its name, such as `applicants.csv`.
  ///   - scenarios: What is different from the files, in order.
  /// - Throws: All faults of the files and of the scenarios at once.
  /// - Complexity: O(*n* log *n*), where *n* is the size of the files.
  public init(files: [String: String], scenarios: [Scenario] = []) throws(YearFaults) {
    try self.init(
      YearFolder(
        of: files.sorted { $0.key < $1.key }.map {
          TextFile(name: $0.key, bytes: Array($0.value.utf8))
        }), scenarios)
  }

  /// Reads a year as it was when a plan was made of it: with the scenarios that the plan's
  /// folder keeps.
  ///
  /// - Parameters:
  ///   - path: The path of the year's folder.
  ///   - plan: The path of the plan's folder.
  /// - Throws: All faults at once.
  public init(at path: String, forPlanAt plan: String) throws(YearFaults) {
    var faults = FaultList()
    guard let claims = readPlanClaims(at: plan, faults: &faults) else { throw YearFaults(faults) }
    let scenarios = claims.scenarios.compactMap {
      ProgrammeFiles.Scenario(at: "\(plan)/\($0.file)", faults: &faults)
    }
    try self.init(YearFolder(at: path), reading: scenarios, faults)
  }

  /// Makes a realistic year of invented people and schools that has a plan.
  ///
  /// - Parameters:
  ///   - applicants: How many people apply, 1 to 100,000.
  ///   - schools: How many schools ask for a partner, 1 to 20,000.
  ///   - seed: Equal arguments give equal years; another seed gives another year.
  /// - Throws: Faults, which only a mistake of Musubi's could bring about.
  /// - Precondition: The numbers are in their ranges.
  public init(generating applicants: Int, schools: Int, seed: UInt64) throws(YearFaults) {
    let year = generateYear(applicants: applicants, schools: schools, seed: seed)
    try self.init(YearFolder(of: programmeFiles(of: year)), [])
  }

  private init(_ folder: YearFolder, _ scenarios: [Scenario]) throws(YearFaults) {
    var faults = FaultList()
    let read = scenarios.compactMap { $0.read(faults: &faults) }
    try self.init(folder, reading: read, faults)
  }

  private init(
    _ folder: YearFolder, reading scenarios: [ProgrammeFiles.Scenario], _ faults: FaultList
  ) throws(YearFaults) {
    let reading = folder.reading(with: scenarios, faults: faults)
    guard let year = reading.year else { throw YearFaults(reading.faultList) }
    self.folder = folder
    self.scenarios = scenarios
    value = year
    digest = reading.digest
    notices = reading.faults.map(YearFault.init)
  }

  /// All faults of a folder or workbook, those included that stand in nobody's way.
  ///
  /// - Parameter path: The path of either.
  /// - Returns: The faults by file, line and column; none when everything is as it should be.
  public static func faults(at path: String) -> [YearFault] {
    readProgrammeYear(at: path).faults.map(YearFault.init)
  }

  /// The year with a scenario laid on it.
  ///
  /// - Parameter scenario: What is different.
  /// - Returns: The other year.
  /// - Throws: All faults of the scenario, and all that the year has with it.
  /// - Complexity: O(*n* log *n*), where *n* is the size of the files: a changed year is read as
  ///   if it were new.
  public func applying(_ scenario: Scenario) throws(YearFaults) -> ProgrammeYear {
    var faults = FaultList()
    let read = scenario.read(faults: &faults)
    return try ProgrammeYear(folder, reading: scenarios + [read].compactMap { $0 }, faults)
  }

  /// The files of the year as it is, scenarios included, by their names: what to write into a
  /// folder to have this year there.
  ///
  /// - Complexity: O(*n*), where *n* is the size of the files.
  public var files: [String: String] {
    Dictionary(
      programmeFiles(of: value).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
  }
}

// MARK: What is in it

extension ProgrammeYear {
  /// The name of the year in reports.
  public var title: String { value.title }
  /// The fiscal year, from 1 April of this year on.
  public var fiscalYear: Int { value.fiscalYear }
  /// The countries that host partners.
  public var countries: [Country] { value.countries.map(Country.init) }
  /// The cohorts.
  ///
  /// - Complexity: O(*n*) for *n* cohorts, as for the other lists.
  public var cohorts: [Cohort] { value.cohorts.map { Cohort($0, of: value) } }
  /// The schools that ask for a partner.
  public var schools: [School] { value.schools.map { School($0, of: value) } }
  /// The people who ask to become a partner.
  public var applicants: [Applicant] { value.applicants.map { Applicant($0, of: value) } }
  /// Places of all cohorts together.
  public var places: Int { value.places }
  /// What a point of each criterion weighs, 0 to 100.
  public var weights: [Criterion: Int] {
    Dictionary(
      uniqueKeysWithValues: Criterion.allCases.map {
        ($0, Programme.Criterion(rawValue: $0.rawValue).flatMap { value.weights[$0] } ?? 0)
      })
  }
  /// The goals of dispatch in the planner's order, such as `filled` before `points`.
  public var objective: [String] { value.objective.map(\.rawValue) }
  /// The quotas, in the order of `programme.json5`.
  public var quotas: [Quota] { value.rules.quotas.map(Quota.init) }
}
