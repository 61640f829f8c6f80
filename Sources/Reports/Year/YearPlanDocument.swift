// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
package import ProgrammeFiles
internal import Wording

/// What the document of the plan of a year says, read back.
package struct YearPlanDocument: Sendable {
  /// The word that tells it from documents of a single problem.
  package static let problem = "plan"

  package var programme: String
  package var fiscalYear: Int
  package var inputDigest: String
  package var scenarios: [ClaimedScenario] = []
  /// How each stage stands: `optimal`, `feasible`, `infeasible`, `unknown`, `left-out` or
  /// `waiting`.
  package var stages: [(problem: PlanProblem, status: String)] = []

  /// Whether a stage has a plan.
  package func hasPlan(of problem: PlanProblem) -> Bool {
    stages.contains {
      $0.problem == problem && ($0.status == "optimal" || $0.status == "feasible")
    }
  }

  /// Reads `plan.json` of a folder; nothing after a fault, or when it is of a single problem.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - faults: Where everything amiss is reported.
  package init?(at folder: String, faults: inout FaultList) {
    guard
      let document = JSON5.read(
        at: "\(folder)/\(planDocumentName)", named: planDocumentName, limits: .table,
        faults: &faults), document.object?["problem"]?.string == Self.problem
    else { return nil }
    do throws(Fault) {
      try self.init(DocumentMember(document, of: planDocumentName))
    } catch {
      faults.report(error)
      return nil
    }
  }

  private init(_ plan: DocumentMember) throws(Fault) {
    guard try plan["format"].integer() == 1 else {
      throw try plan["format"].fault("is a format this version does not know", expected: "1")
    }
    programme = try plan["programme"].text()
    fiscalYear = try plan["fiscal_year"].count()
    inputDigest = try plan["input"]["digest"].text()
    if try plan["input"].has("scenarios") {
      for scenario in try plan["input"]["scenarios"].members() {
        scenarios.append(try ClaimedScenario(scenario))
      }
    }
    for stage in try plan["stages"].members() {
      let name = try stage["stage"]
      guard let problem = PlanProblem(rawValue: try name.text()) else {
        throw name.fault(
          "is a stage this version does not know",
          expected: "\(Listing(PlanProblem.allCases.map(\.rawValue), .orEach))")
      }
      stages.append((problem, try stage["status"].text()))
    }
  }
}

extension YearPlan {
  /// The document `plan.json`.
  ///
  /// It holds neither times nor names of machines, so that equal inputs give equal bytes,
  /// however many runs it took.
  package var document: CanonicalJSON {
    .object([
      "format": 1,
      "problem": .string(YearPlanDocument.problem),
      "programme": .string(year.title),
      "fiscal_year": .integer(year.fiscalYear),
      "input": inputDocument(digest: inputDigest, scenarios: scenarios),
      "options": ["gap": askedGap.map { .number($0) } ?? .null],
      "status": .string(status.rawValue),
      "gap": .number(gap),
      "stages": .array(stages.map { stageDocument($0) }),
      "reach": reachDocument,
    ])
  }

  private func stageDocument(_ stage: YearStage, tellsKept: Bool = false) -> CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "stage": .string(stage.problem.rawValue), "status": .string(stage.word),
    ]
    switch stage.state {
    case .planned(_, let tiers, let result, let isKept):
      members["folder"] = .string(stage.problem.rawValue)
      members["result"] = .string(result.words(in: .current))
      members["tiers"] = .array(tiers.map { Reports.document(of: $0) })
      members["gap"] = .number(largestGap(of: tiers))
      if tellsKept { members["kept"] = .boolean(isKept) }
    case .leftOut(let reason), .waiting(let reason): members["reason"] = .string(reason.description)
    case .infeasible(_, let document): if tellsKept { members["infeasibility"] = document }
    case .stopped: break
    }
    return .object(members)
  }

  private var reachDocument: CanonicalJSON {
    reach.map { Reports.reachDocument(of: $0, in: year) } ?? .null
  }

  /// What `plan --format json` prints.
  package func runDocument(folder: String, seconds: Double) -> CanonicalJSON {
    let tiers = planned.flatMap { stage, tiers in
      tiers.map { tier in
        var named = tier
        named.name = "\(stage.problem.rawValue)/\(tier.name)"
        return named
      }
    }
    return .object([
      "problem": .string(YearPlanDocument.problem),
      "status": .string(status.rawValue),
      "tiers": .array(tiers.map { Reports.document(of: $0) }),
      "gap": planned.isEmpty ? .null : .number(gap),
      "stages": .array(stages.map { stageDocument($0, tellsKept: true) }),
      "reach": reachDocument,
      "seconds": .number((seconds * 1000).rounded() / 1000),
      "plan": .string(folder),
    ])
  }
}

/// What a year reaches, in all, by line and by aim.
func reachDocument(of reach: YearReach, in year: ProgrammeYear) -> CanonicalJSON {
  func document(_ part: YearReach.Part, _ more: [String: CanonicalJSON]) -> CanonicalJSON {
    .object(
      [
        "taught": .integer(part.taught), "met": .integer(part.met),
        "audience": .integer(part.audience), "people": .integer(part.people),
        "later": .integer(part.later),
      ].merging(more) { _, new in new })
  }
  return document(
    reach.total,
    [
      "lines": .array(
        reach.parts.map { part in
          document(
            part,
            [
              "line": .string(year.decade.lines[part.line].id), "units": .integer(part.units),
            ])
        }),
      "aims": .array(
        Aim.allCases.enumerated().map { index, aim in
          let wished = year.decade.rules.wishedPoints[index]
          return [
            "aim": .string(aim.rawValue), "points": .integer(reach.points[index]),
            "wished": wished == 0 ? .null : .integer(wished),
          ]
        }),
    ])
}
