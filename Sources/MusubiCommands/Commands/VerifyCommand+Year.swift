// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// The plan of a year that was checked.
struct CheckedYear {
  let input: YearInput
  /// What the plan of each stage claims, in the order of the report's stages.
  let claims: [PlanClaims]
  /// Whom the plan reaches; nothing where the year says no lines that count it.
  let reach: YearReach?
  let report: YearVerification
}

extension VerifyCommand {
  /// The document of the plan of a year, if the folder holds one.
  ///
  /// - Throws: `RunError` when it is one and cannot be read.
  func yearPlan(on console: Console) throws(RunError) -> YearPlanDocument? {
    var faults = FaultList()
    let document = YearPlanDocument(at: plan, faults: &faults)
    // What is no plan at all is told when it is read as one of a single problem.
    if document == nil, !faults.hasErrors || !holds(planDocumentName) { return nil }
    try check(faults, of: plan, on: console, isQuiet: isQuiet)
    return document
  }

  /// Checks every stage of the plan of a year and shows what was found.
  ///
  /// - Throws: `RunError` when a stage cannot be read.
  func verify(_ document: YearPlanDocument, on console: Console) throws(RunError) -> ExitCode {
    let report = try checkedYear(document, on: console).report
    show(report.summary, report.document, on: console)
    return report.isValid ? .done : .notValid
  }

  /// Checks every stage of the plan of a year, and what one has from another.
  ///
  /// - Throws: `RunError` when a stage cannot be read.
  func checkedYear(
    _ document: YearPlanDocument, on console: Console
  ) throws(RunError) -> CheckedYear {
    try refuse(["baseline": baseline], of: .dispatch)
    try refuse(["dispatch": dispatch, "pin-from": pinFrom], of: .training)
    let input = try YearInput(
      at: folder, scenarios: scenarioPaths(document.scenarios), on: console, isQuiet: isQuiet)
    var context = StageContext(
      folder: folder, plan: plan, input: input,
      earned: try input.earned(at: earned, on: console, isQuiet: isQuiet), isQuiet: isQuiet)
    var report = YearVerification(isSameInput: document.inputDigest == input.digest)
    var allClaims: [PlanClaims] = []
    for stage in yearStages {
      guard document.hasPlan(of: stage.problem) else {
        if let listed = document.stages.first(where: { $0.problem == stage.problem }) {
          report.without.append((stage.problem, listed.status))
        }
        continue
      }
      let claims = try context.claims(of: stage, on: console)
      allClaims.append(claims)
      report.stages.append(
        (stage.problem, try stage.verification(context, claims, on: console)))
      try stage.read(context, into: &context.decisions, on: console)
    }
    var expected = YearPlan(
      input.year, inputDigest: input.digest, scenarios: input.scenarios, askedGap: nil)
    expected.decisions = context.decisions
    report.notes = changedFiles(expected)
    return CheckedYear(input: input, claims: allClaims, reach: expected.reach, report: report)
  }

  /// Tables that do not follow from the stages, a sentence each.
  private func changedFiles(_ expected: YearPlan) -> [String] {
    expected.files.filter { $0.name.hasSuffix(".csv") }.compactMap { file in
      var faults = FaultList()
      let bytes = readBytes(at: "\(plan)/\(file.name)", named: file.name, faults: &faults)
      return bytes == file.bytes
        ? nil
        : localized("\(file.name) is not what follows from the stages; it was changed since.")
    }
  }
}
