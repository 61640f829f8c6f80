// SPDX-License-Identifier: GPL-3.0-or-later

/// What sentences are in the languages beside English.
///
/// Tests make sure that every sentence of the code has its entry, that no entry is without its
/// sentence, that none is there twice, and that both have the same values in them.
public enum Catalogue {
  /// English and Japanese, by the part of the program that says it.
  public static let parts: [String: [(english: String, japanese: String)]] = [
    "commandsAToD": commandsAToD,
    "commandsEToH": commandsEToH,
    "commandsIToP": commandsIToP,
    "commandsRToV": commandsRToV,
    "whatIfCommand": whatIfCommand,
    "parsing": parsing,
    "running": running,
    "dispatchReports": dispatchReports,
    "yearReports": yearReports,
    "explanationsAndRuns": explanationsAndRuns,
    "CellFormats": cellFormats,
    "Changes": changes,
    "Comparisons": comparisons,
    "DispatchTables": dispatchTables,
    "Engine": engine,
    "Explanations": explanations,
    "FileFaults": fileFaults,
    "FurtherTables": furtherTables,
    "MatchingFiles": matchingFiles,
    "PlaceTables": placeTables,
    "PlanFiles": planFiles,
    "Prices": prices,
    "PlanSentences": planSentences,
    "PlanTables": planTables,
    "RuleMeanings": ruleMeanings,
    "Scenarios": scenarios,
    "SystemErrors": systemErrors,
    "TrainingVerification": trainingVerification,
    "Verification": verification,
    "Workbooks": workbooks,
    "YearFaults": yearFaults,
  ]

  /// The Japanese of an English template.
  static let japanese = Dictionary(
    parts.values.joined().map { ($0.english, $0.japanese) }, uniquingKeysWith: { first, _ in first }
  )
}
