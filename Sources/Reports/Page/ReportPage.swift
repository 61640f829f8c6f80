// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import Programme
package import ProgrammeFiles
package import Wording
internal import Workbooks

/// A plan as a page for a browser: one file that needs no other and no network.
package struct ReportPage: Sendable {
  /// The plan of one problem.
  package struct Stage: Sendable {
    var claims: PlanClaims
    var report: VerificationReport
    var tables: [CSVTable]
    /// The prices of the certificate, if the plan has one.
    var certificate: Certificate?
    /// The plan's folder as the planner named it.
    var folder: String

    package init(
      _ claims: PlanClaims, report: VerificationReport, tables: [CSVTable],
      certificate: Certificate?, folder: String
    ) {
      self.claims = claims
      self.report = report
      self.tables = tables
      self.certificate = certificate
      self.folder = folder
    }
  }

  private let year: ProgrammeYear
  private let folder: String
  private let language: Language
  /// The plans in their order.
  package var stages: [Stage] = []
  /// Stages of the plan of a year that have no plan, and how they stand.
  package var without: [(problem: PlanProblem, status: String)] = []
  /// What the reader should know of the plan of a year although it breaks nothing.
  package var notes: [String] = []
  /// The scenarios that the plan was made with, by name.
  package var scenarios: [String] = []
  /// What the plan of a year reaches, if it says so.
  package var reach: YearReach?
  /// Comparisons of scenarios.
  package var comparisons: [ComparisonDocument] = []
  /// Explanations to show with the rows that they are about.
  package var explanations: [ExplanationDocument] = []

  /// Begins a page.
  ///
  /// - Parameters:
  ///   - year: The plan's year.
  ///   - folder: The year's folder as the planner named it.
  ///   - language: The language in which the page opens.
  package init(_ year: ProgrammeYear, folder: String, language: Language) {
    self.year = year
    self.folder = folder
    self.language = language
  }

  /// Whether every plan is valid.
  package var isValid: Bool { stages.allSatisfy { $0.report.isValid } }

  /// The page as UTF-8; equal plans give equal bytes.
  ///
  /// - Complexity: Linear in the plan's tables.
  package var bytes: [UInt8] {
    pageBytes(title: year.title, language: language, data: document)
  }

  /// What the page's scripts show.
  var document: CanonicalJSON {
    var phrases = PhraseTable()
    var members: [String: CanonicalJSON] = [
      "language": .string(language.rawValue),
      "programme": .string(year.title),
      "fiscal_year": .integer(year.fiscalYear),
      "folder": .string(folder),
      "countries": .object(
        Dictionary(
          year.countries.map { country in
            (country.id, [.string(country.nameEnglish), .string(country.nameJapanese)])
          }, uniquingKeysWith: { first, _ in first })),
      "scenarios": .array(scenarios.map { .string($0) }),
      "notes": .array(notes.map { phrases.document(of: $0) }),
      "stages": .array(stages.map { document(of: $0, &phrases) }),
      "without": .array(
        without.map { stage in
          ["problem": .string(stage.problem.rawValue), "status": .string(stage.status)]
        }),
      "reach": reach.map { reachDocument(of: $0, in: year) } ?? .null,
      "comparisons": .array(
        comparisons.map { phrases.document($0.document, sayingIn: Self.membersInWords) }),
      "explanations": .array(
        explanations.flatMap(\.subjects).map {
          phrases.document($0, sayingIn: Self.membersInWords)
        }),
    ]
    members["phrases"] = phrases.document
    return .object(members)
  }

  /// Members of comparisons and explanations that hold sentences.
  private static let membersInWords: Set = ["words", "why"]

  private func document(of stage: Stage, _ phrases: inout PhraseTable) -> CanonicalJSON {
    let problem = stage.claims.problem
    func inBoth(_ document: () -> CanonicalJSON) -> CanonicalJSON {
      phrases.document(
        english: Language.english.spoken { document() },
        japanese: Language.japanese.spoken { document() })
    }
    return [
      "problem": .string(problem.rawValue),
      "status": .string(stage.claims.status),
      "folder": .string(stage.folder),
      "verification": inBoth { stage.report.document },
      "sentences": .array(
        zip(
          Language.english.spoken { stage.report.sentences },
          Language.japanese.spoken { stage.report.sentences }
        ).map { english, japanese in
          english == japanese
            ? phrases.document(of: english)
            : phrases.document(english: .string(english), japanese: .string(japanese))
        }),
      "binding": binding(stage),
      "facts": PageFacts(year, claims: stage.claims, tables: stage.tables).document,
      "tables": .array(
        planSheets(of: problem, in: year, tables: stage.tables).map { document(of: $0, &phrases) }),
    ]
  }

  /// In how many places each rule has a price in the certificate's last goal that has any.
  private func binding(_ stage: Stage) -> CanonicalJSON {
    guard let tier = stage.certificate?.tiers.last(where: { !$0.prices.isEmpty }) else {
      return .null
    }
    var places: [String: Int] = [:]
    for price in tier.prices where price.price != 0 {
      places[String(price.row.prefix { $0 != "." }), default: 0] += 1
    }
    return .object(places.mapValues { .integer($0) })
  }

  private func document(of table: ExplainedSheet, _ phrases: inout PhraseTable) -> CanonicalJSON {
    let wordings = table.columns.map { $0.wording(inTable: table.name) }
    return [
      "name": .string(table.name),
      "columns": .array(
        zip(table.columns, wordings).map { column, wording in
          [
            "name": .string(column.title), "kind": .string(word(for: column.kind)),
            "wording": .string(wording.rawValue),
            "note": column.note.map { note in
              .array(Language.allCases.map { .string(note.words(in: $0)) })
            } ?? .null,
          ]
        }),
      "rows": .array(
        table.rows.map { row in
          .array(
            zip(row, wordings).map { cell, wording in
              wording == .sentence ? phrases.document(of: text(cell)) : value(cell)
            })
        }),
    ]
  }

  private func word(for kind: WorkbookColumn.Kind) -> String {
    switch kind {
    case .text: "text"
    case .number(let isGrouped): isGrouped ? "number" : "year"
    case .day: "day"
    }
  }

  private func text(_ cell: WorkbookCell) -> String {
    if case .text(let text) = cell { text } else { "" }
  }

  private func value(_ cell: WorkbookCell) -> CanonicalJSON {
    switch cell {
    case .empty: ""
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .day(let day): .string(day.description)
    }
  }
}
