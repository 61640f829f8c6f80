// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// The columns of `partnerships.csv`, in their order: a row for each two schools.
///
/// `japan`, `abroad`, `to_japan` and `from_japan` are read back; the others are for planners.
package enum PartnershipColumn: String, CaseIterable, Sendable {
  case japan, abroad
  /// The days on which visitors arrive.
  case toJapan = "to_japan"
  case fromJapan = "from_japan"
  case japanName = "japan_name"
  case prefecture
  case abroadName = "abroad_name"
  case country, area, level

  /// The file they stand in.
  package static let file = "partnerships.csv"
}

extension Tables {
  /// Who exchanges teachers with whom, and when.
  static let partnerships = TableSchema(
    PartnershipColumn.file, noun: "partnership", isRequired: false, hasIdentifiers: false,
    meaning: "Who exchanges teachers with whom; a plan's folder holds it, not the year's.",
    blank: Partnership(SchoolPair(japan: 0, abroad: 0)),
    columns: [
      Column(
        PartnershipColumn.japan.rawValue, \.pair.japan,
        .reference(\.exchangeSchools, to: "exchange school"), whenEmpty: .refused,
        example: "XJ012", "The school in Japan"),
      Column(
        PartnershipColumn.abroad.rawValue, \.pair.abroad,
        .reference(\.exchangeSchools, to: "exchange school"), whenEmpty: .refused,
        example: "XA003", "The school abroad"),
      Column(
        PartnershipColumn.toJapan.rawValue, \.toJapan, .optional(.day),
        whenEmpty: .stands(for: nil, shown: "no such visit"), example: "2026-06-14",
        "The day on which teachers from abroad arrive in Japan"),
      Column(
        PartnershipColumn.fromJapan.rawValue, \.fromJapan, .optional(.day),
        whenEmpty: .stands(for: nil, shown: "no such visit"), example: "2026-11-15",
        "The day on which teachers from Japan arrive abroad"),
    ])
}

/// The `partnerships.csv` of a plan.
///
/// - Parameters:
///   - plan: The plan.
///   - year: Its year.
/// - Returns: The file; its rows stand in the plan's order.
package func partnershipsFile(of plan: ExchangePlan, for year: ProgrammeYear) -> TextFile {
  let schools = year.exchange.schools
  var writer = CSVWriter(header: PartnershipColumn.allCases.map(\.rawValue))
  for partnership in plan.partnerships {
    let (japan, abroad) = (schools[partnership.pair.japan], schools[partnership.pair.abroad])
    writer.append(
      PartnershipColumn.allCases.map { column in
        switch column {
        case .japan: japan.id
        case .abroad: abroad.id
        case .toJapan: partnership.toJapan?.description ?? ""
        case .fromJapan: partnership.fromJapan?.description ?? ""
        case .japanName: japan.name
        case .prefecture: japan.area
        case .abroadName: abroad.name
        case .country: abroad.country.map { year.countries[$0].id } ?? ""
        case .area: abroad.area
        case .level: abroad.level.rawValue
        }
      })
  }
  return TextFile(name: PartnershipColumn.file, bytes: writer.bytes)
}

/// The ties of a year after a plan, as next year's `exchange_ties.csv`: every tie of before
/// and every partnership, its visits counted.
///
/// - Parameters:
///   - plan: The plan.
///   - year: Its year.
///   - name: The file's name.
/// - Returns: The file, by the school in Japan, then by that abroad.
package func tiesFile(
  after plan: ExchangePlan, for year: ProgrammeYear, named name: String
) -> TextFile {
  var ties = year.exchange.ties
  for partnership in plan.partnerships {
    var tie = ties[partnership.pair] ?? ExchangeTie(strength: 50)
    if partnership.toJapan != nil { tie.toJapan += 1 }
    if partnership.fromJapan != nil { tie.fromJapan += 1 }
    ties[partnership.pair] = tie
  }
  let rows = ties.sorted { $0.key < $1.key }.map { pair, tie in
    ExchangeTieRow(japan: pair.japan, abroad: pair.abroad, tie: tie)
  }
  return TextFile(
    name: name, bytes: file(Tables.exchangeTies, rows, YearNames(of: year)).bytes)
}

/// Reads who exchanges teachers with whom in a plan of this year.
///
/// Identifiers are checked against the year, and that no pair stands twice; rules are not.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - year: The year the plan is for.
/// - Returns: The plan, or nothing when there are errors; and the faults.
package func readPartnerships(
  at planFolder: String, for year: ProgrammeYear
) -> (plan: ExchangePlan?, faults: FaultList) {
  var faults = FaultList()
  guard let source = TableSource(planFolder, Tables.partnerships.facts, faults: &faults) else {
    return (nil, faults)
  }
  let names = YearNames(of: year)
  var lines: [SchoolPair: Int] = [:]
  var partnerships: [Partnership] = []
  for read in source.rows(of: Tables.partnerships, names: names, faults: &faults)
  where read.has(PartnershipColumn.japan.rawValue, PartnershipColumn.abroad.rawValue) {
    guard let first = lines[read.row.pair] else {
      lines[read.row.pair] = read.line
      partnerships.append(read.row)
      continue
    }
    faults.report(
      source.fault(
        line: read.line, column: PartnershipColumn.abroad.rawValue,
        value: names.exchangeSchools.names[read.row.pair.abroad],
        "stands beside \(names.exchangeSchools.names[read.row.pair.japan]) in line \(first) already",
        expected: "each pair once", kind: "duplicate"))
  }
  return (faults.hasErrors ? nil : ExchangePlan(partnerships), faults)
}
