// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import Reports
internal import Verification

extension ExplainCommand {
  /// Explains subjects of a plan of trainings.
  ///
  /// A plan that is as it was written, and proven in every goal, is taken for the best one;
  /// otherwise the year is planned first.
  func training(
    _ input: YearInput, _ claims: PlanClaims, isOver: @escaping @Sendable () -> Bool,
    on console: Console
  ) throws(RunError) -> [TrainingExplanation] {
    guard let kind = TrainingSubject.Kind(rawValue: kind) else {
      throw unknownKind("trainings", among: TrainingSubject.Kind.allCases.map(\.rawValue))
    }
    try refuse(["baseline": baseline])
    let written = try WrittenTraining(
      at: plan, of: input, dispatch: dispatch, pinFrom: pinFrom, claims: claims, on: console,
      isQuiet: isQuiet)
    var subjects: [TrainingSubject] = []
    for id in ids {
      do throws(UnknownSubject) {
        subjects.append(try TrainingSubject(kind, id, in: written.plan, of: input.year))
      } catch {
        throw unknown(id, among: error.names)
      }
    }
    let explained = ExplainedTraining(
      input.year, hosting: written.input.hosting, baseline: written.input.baseline,
      plan: written.plan,
      notes: staleNotes(claims, input) + written.edits.map { $0.sentence(in: input.year) })
    let isProven =
      claims.inputDigest == input.digest && written.edits.isEmpty
      && claims.status == DispatchOutcome.Status.optimal.rawValue
      && claims.tiers.allSatisfy { $0.value == $0.bound }
      && explained.verification.isValid
      && zip(claims.tiers, explained.tiers).allSatisfy {
        $0.name == $1.name && $0.value == $1.value && $0.shares == $1.shares
      }
    return try PlanSearch(gap: 0, timeLimit: nil, threads: threads, isQuiet: isQuiet).explanations(
      of: subjects, in: explained, isProven: isProven, solves: solves ?? Self.trainingSolves,
      isOver: isOver, on: console)
  }
}
