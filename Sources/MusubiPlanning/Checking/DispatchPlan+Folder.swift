// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Why a folder was not written; what was there before is whole.
public struct WritingFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence for people.
  public let description: String
}

extension DispatchPlan {
  /// Writes the plan's folder, with all its files or not at all: the same bytes that
  /// `musubi dispatch` writes, so that `musubi verify`, `report`, `explain` and `replan` read it.
  ///
  /// - Parameters:
  ///   - path: Where the folder is to appear; the folder above it has to be there.
  ///   - replacesOlder: Whether an older plan of that name is replaced.
  /// - Throws: `WritingFailure` when something is in the way or the system refuses.
  public func write(to path: String, replacingOlder replacesOlder: Bool = false)
    throws(WritingFailure)
  {
    let report = DispatchReport(
      year: year.value, eligibility: DispatchEligibility(year.value, baseline: baseline),
      outcome: outcome,
      verification: verifyDispatch(
        year.value, placements: outcome.placements, baseline: baseline, claimed: outcome.tiers),
      askedGap: askedGap, inputDigest: year.digest, scenarios: year.scenarios,
      baseline: baseline,
      baselineDigest: baseline.map { digest(of: $0, in: year.value) })
    let files = report.planFiles(FairnessFacts(report))
    do throws(WriteFailure) {
      try AtomicFolder.write(
        Dictionary(
          files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first }), to: path,
        ifExists: replacesOlder ? .replace(holding: planDocumentName) : .refuse)
    } catch {
      throw WritingFailure(description: error.description)
    }
  }

  /// Reads a plan's folder back and checks it.
  ///
  /// Its files have to agree with each other, its placements with the rules, and its claims with
  /// the placements. What is wrong stands in ``verification``; ``verifyCertificate()`` also adds
  /// up the prices.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - year: The year it is a plan of; ``ProgrammeYear/init(at:forPlanAt:)`` reads it with
  ///     the scenarios that the plan was made with.
  ///   - baseline: The earlier plan, if it was made with one.
  /// - Throws: All faults of the plan's files; a plan of another problem is one.
  public init(
    at path: String, of year: ProgrammeYear, baseline: DispatchPlan? = nil
  ) throws(YearFaults) {
    var faults = FaultList()
    let claims = readPlanClaims(at: path, faults: &faults)
    let certificate = readCertificate(at: path, faults: &faults)
    let reading = readPlacements(at: path, for: year.value)
    faults.append(reading.faults)
    if let claims, claims.problem != .dispatch {
      faults.report(
        Fault(
          file: planDocumentName, value: claims.problem.rawValue, problem: "is another problem",
          expected: "a plan of dispatch"))
    }
    guard let claims, let placements = reading.placements, !faults.hasErrors else {
      throw YearFaults(faults)
    }
    let earlier = baseline?.earlier(in: year.value)
    var contradictions: [String] = []
    if !claims.lists(placements, of: year.value) {
      contradictions.append("plan.json and placements.csv do not list the same placements.")
    }
    if claims.baselineDigest != earlier.map({ digest(of: $0, in: year.value) }) {
      contradictions.append("The plan was not made with this baseline.")
    }
    if claims.inputDigest != year.digest {
      contradictions.append("The plan was made from other files or with other scenarios.")
    }
    var outcome = DispatchOutcome(
      status: DispatchOutcome.Status(rawValue: claims.status) ?? .feasible,
      placements: placements, tiers: claims.tiers, levels: claims.levels)
    if let certificate { outcome.certificate = certificate }
    self.init(
      outcome, of: year, baseline: earlier, askedGap: DispatchOptions().gap, contradictions)
  }
}
