// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Schools whose cells contradict each other or that can have no partner, and ties that
  /// are none.
  mutating func checkExchange() {
    guard !exchangeSchools.isEmpty || !exchangeTies.isEmpty else { return }
    for read in exchangeSchools { checkSchool(read) }
    checkSides()
    checkTies()
  }

  private mutating func checkSchool(_ read: ReadRow<ExchangeSchoolRow>) {
    let (row, school) = (read.row, read.row.school)
    let source = sources.exchangeSchools
    if read.has("grade_from", "grade_to"), row.gradeFrom > row.gradeTo {
      faults.report(
        source.fault(
          line: read.line, column: "grade_from", value: String(row.gradeFrom),
          "is more than grade_to, \(row.gradeTo)", expected: "grade_from at most grade_to",
          kind: "grade_from above grade_to", and: ["grade_to"]))
    }
    checkOrder(
      source, read, from: ("sends_from", school.sendsFrom), to: ("sends_to", school.sendsTo))
    checkOrder(
      source, read, from: ("hosts_from", school.hostsFrom), to: ("hosts_to", school.hostsTo))
    if read.has("sends", "hosts"), school.sends == 0, school.hosts == 0 {
      faults.report(
        source.fault(
          line: read.line, column: "hosts", value: "0",
          "stands beside sends 0: the school neither sends nor hosts",
          expected: "a number above 0 in one of them", kind: "neither sends nor hosts",
          and: ["sends"]))
    }
    if read.has("last_hosted"), let year = school.lastHosted, let fiscalYear = settings.fiscalYear,
      year >= fiscalYear
    {
      faults.report(
        source.fault(
          line: read.line, column: "last_hosted", value: String(year),
          "is not before the fiscal year \(fiscalYear)",
          expected: "a fiscal year that is over", kind: "hosting of a later year"))
    }
    if read.has("country"), school.isInJapan, read.has("area"), school.area.isEmpty {
      faults.report(
        source.fault(
          line: read.line, column: "area", value: nil, "the cell is empty",
          expected: "the prefecture of a school in Japan", and: ["country"]))
    }
    guard read.has("wishes", "country") else { return }
    for wish in school.wishes.joined() {
      let other = exchangeSchools[wish]
      guard other.has("country"), other.row.school.isInJapan == school.isInJapan else { continue }
      let name = names.exchangeSchools.names[wish]
      faults.report(
        source.fault(
          line: read.line, column: "wishes", value: name,
          wish == names.exchangeSchools[school.id]
            ? "is the school itself"
            : school.isInJapan ? "is in Japan too" : "is abroad too",
          expected: school.isInJapan ? "schools abroad" : "schools in Japan",
          kind: "wish for the same side"))
    }
  }

  /// Whether there is anybody on the other side.
  private mutating func checkSides() {
    guard !exchangeSchools.isEmpty, exchangeSchools.allSatisfy({ $0.has("country") }) else {
      return
    }
    let inJapan = exchangeSchools.count { $0.row.school.isInJapan }
    guard inJapan == 0 || inJapan == exchangeSchools.count else { return }
    faults.report(
      Fault(
        file: Tables.exchangeSchools.facts.file,
        problem: inJapan == 0
          ? "no school is in Japan, so that nobody has a partner"
          : "no school is abroad, so that nobody has a partner", severity: .notice))
  }

  private mutating func checkTies() {
    var lines: [SchoolPair: Int] = [:]
    let source = sources.exchangeTies
    for read in exchangeTies {
      for (column, index, shouldBeJapan) in [
        ("japan", read.row.japan, true), ("abroad", read.row.abroad, false),
      ] where read.has(column) && exchangeSchools.indices.contains(index) {
        let school = exchangeSchools[index]
        guard school.has("country"), school.row.school.isInJapan != shouldBeJapan else { continue }
        faults.report(
          source.fault(
            line: read.line, column: column, value: names.exchangeSchools.names[index],
            shouldBeJapan ? "is not in Japan" : "is in Japan",
            expected: shouldBeJapan ? "a school in Japan" : "a school abroad",
            kind: "tie of the wrong side"))
      }
      guard read.has("japan", "abroad") else { continue }
      let pair = SchoolPair(japan: read.row.japan, abroad: read.row.abroad)
      guard let first = lines[pair] else {
        lines[pair] = read.line
        continue
      }
      faults.report(
        source.fault(
          line: read.line, column: "abroad", value: names.exchangeSchools.names[pair.abroad],
          """
          stands beside \(names.exchangeSchools.names[pair.japan]) in \
          \(source.phrase(forLine: first, in: read.line)) already
          """,
          expected: "each pair once", kind: "duplicate"))
    }
  }

  /// What the exchange of teachers is planned from.
  var exchangeData: ExchangeData {
    ExchangeData(
      schools: exchangeSchools.map(\.row.complete),
      ties: Dictionary(
        exchangeTies.map { read in
          (SchoolPair(japan: read.row.japan, abroad: read.row.abroad), read.row.tie)
        }, uniquingKeysWith: { first, _ in first }),
      rules: settings.exchangeRules, objective: settings.exchangeObjective)
  }
}
