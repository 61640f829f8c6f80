// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// The identifiers of one table, sorted, and where each one stands.
final class NameIndex {
  /// What one row is called, such as `country`.
  let noun: Sentence
  /// The table's file.
  let file: String
  /// The identifiers, sorted, each once.
  let names: [String]
  /// Whether the table could be read; references into it are not judged if not.
  let isReadable: Bool
  private let indices: [String: Int]
  private lazy var nearest = NearestName(among: names)

  init(_ noun: Sentence, in file: String, names: some Sequence<String>, isReadable: Bool = true) {
    self.noun = noun
    self.file = file
    self.names = Set(names).sorted()
    self.isReadable = isReadable
    indices = Dictionary(uniqueKeysWithValues: self.names.enumerated().map { ($1, $0) })
  }

  /// The index of an identifier, or nothing.
  subscript(name: String) -> Int? { indices[name] }

  func hint(for unknown: String) -> Fault.Hint? { nearest.hint(for: unknown) }
}

/// The identifiers of all tables that others refer to.
///
/// Reading turns identifiers into indices with it, writing indices into
/// identifiers.
struct YearNames {
  var countries: NameIndex
  var sites: NameIndex
  var cohorts: NameIndex
  var schools: NameIndex
  var applicants: NameIndex
  var courses: NameIndex
  var delegations: NameIndex
  var returnees = NameIndex("returnee", in: "returnees.csv", names: [])
  var activities = NameIndex("activity", in: "activities.csv", names: [])
  var exchangeSchools = NameIndex("exchange school", in: "exchange_schools.csv", names: [])
  var decadeLines = NameIndex("line", in: "decade_lines.csv", names: [])
}

extension YearNames {
  /// The identifiers of a year.
  ///
  /// - Precondition: The year's arrays are sorted by identifier.
  init(of year: ProgrammeYear) {
    countries = NameIndex("country", in: "countries.csv", names: year.countries.map(\.id))
    sites = NameIndex("site", in: "sites.csv", names: year.sites.map(\.id))
    cohorts = NameIndex("cohort", in: "cohorts.csv", names: year.cohorts.map(\.id))
    schools = NameIndex("school", in: "schools.csv", names: year.schools.map(\.id))
    applicants = NameIndex("applicant", in: "applicants.csv", names: year.applicants.map(\.id))
    courses = NameIndex("course", in: "courses.csv", names: year.training.courses.map(\.id))
    delegations = NameIndex(
      "delegation", in: "delegations.csv", names: year.training.delegations.map(\.id))
    returnees = NameIndex(
      "returnee", in: "returnees.csv", names: year.returnees.returnees.map(\.id))
    activities = NameIndex(
      "activity", in: "activities.csv", names: year.returnees.activities.map(\.id))
    exchangeSchools = NameIndex(
      "exchange school", in: "exchange_schools.csv", names: year.exchange.schools.map(\.id))
    decadeLines = NameIndex("line", in: "decade_lines.csv", names: year.decade.lines.map(\.id))
  }
}
