// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

extension ExplainCommand {
  /// Explains subjects of a plan of a problem that is planned from the year alone.
  ///
  /// A plan that is as it was written, and proven in every goal as far as losses are known, is
  /// taken for the best one; otherwise the year is planned first.
  func explain<Problem: CommandedProblem>(
    _: Problem.Type, _ input: YearInput, _ claims: PlanClaims,
    isOver: @escaping @Sendable () -> Bool, on console: Console
  ) throws(RunError) -> ExitCode {
    let name = Problem.problem.rawValue
    guard Problem.subjectKinds.contains(kind) else {
      throw unknownKind(name, among: Problem.subjectKinds)
    }
    try refuse(["baseline": baseline, "dispatch": dispatch, "pin-from": pinFrom])
    try Problem.check(input, in: folder)
    let read = try Problem.readPlan(
      at: plan, of: input, claims: claims, on: console, isQuiet: isQuiet)
    var subjects: [Problem.Subject] = []
    for id in ids {
      do throws(UnknownSubject) {
        subjects.append(try Problem.subject(kind, id, in: input.year))
      } catch {
        throw unknown(id, among: error.names)
      }
    }
    let explained = ExplainedYear<Problem>(
      input.year, plan: read.plan, notes: staleNotes(claims, input) + read.contradictions)
    let isProven =
      claims.inputDigest == input.digest && read.contradictions.isEmpty
      && claims.status == DispatchOutcome.Status.optimal.rawValue
      && explained.verification.isValid
      && claims.tiers.count == explained.tiers.count
      && zip(claims.tiers, explained.tiers).allSatisfy { claimed, real in
        claimed.name == real.name && claimed.value == real.value && claimed.shares == real.shares
          && Double(abs(claimed.value - claimed.bound)) <= Problem.gapOfAlternatives
            * Double(max(1, abs(claimed.value)))
      }
    let explanations = try PlanSearch(
      gap: 0, timeLimit: nil, threads: threads, isQuiet: isQuiet
    ).explanations(
      of: subjects, in: explained, isProven: isProven, solves: solves ?? Self.trainingSolves,
      isOver: isOver, on: console)
    show(
      explanations.map { $0.summary(isInternal: isInternal) },
      explanations.map { $0.document(isInternal: isInternal) }, on: console)
    return isOver() && !explanations.allSatisfy(\.isComplete) ? .stoppedWithPlan : .done
  }
}
