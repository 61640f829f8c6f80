// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `announced`.
enum AnnouncedCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [
      RuleCheck(.announced, on: plan) {
        plan.year.rules.announced.mostMoved == 0 ? rowsMet(.announced, in: plan) : fewMoved(plan)
      }
    ]
  }

  /// Counts who loses an announced placement, where some may.
  ///
  /// The instance is all of them; each person too many is a unit.
  private static func fewMoved(_ plan: PlanFacts) -> Findings {
    var found = Findings()
    found.checked = 1
    let (moved, most) = (plan.moved, plan.year.rules.announced.mostMoved)
    guard moved.count > most else { return found }
    found.violations.append(
      Violation(
        units: moved.count - most, subjects: moved.map { .applicant(plan.applicantId($0)) },
        sentence: """
          \(moved.count) people are not where it was announced; at most \(most) may be moved.
          """))
    return found
  }
}

extension PlanFacts {
  /// Those who have announced rows of which their placement does not meet all, by index.
  var moved: [Int] {
    Set(
      year.pins.filter { row in
        guard row.kind == .announced else { return false }
        let held = placementsByApplicant[row.applicant] ?? []
        return !held.contains { row.isMet(by: placements[$0]) }
      }.map(\.applicant)
    ).sorted()
  }

  /// Those who have announced rows and no placement, by index.
  var dropped: [Int] {
    Set(
      year.pins.filter { row in
        row.kind == .announced && placementsByApplicant[row.applicant] == nil
      }.map(\.applicant)
    ).sorted()
  }
}

/// Checks `pin`.
enum PinCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [RuleCheck(.pin, on: plan) { rowsMet(.pin, in: plan) }]
  }
}

/// Looks for the placements that rows of a kind ask for.
///
/// An instance is a row; one that is not met is a unit.
private func rowsMet(_ kind: Pin.Kind, in plan: PlanFacts) -> Findings {
  var found = Findings()
  for row in plan.year.pins where row.kind == kind {
    found.checked += 1
    let held = (plan.placementsByApplicant[row.applicant] ?? []).map { plan.placements[$0] }
    guard !held.contains(where: { row.isMet(by: $0) }) else { continue }
    let now: Sentence =
      held.isEmpty ? "not placed" : "\(Listing(held.map(plan.phrase), .plain))"
    let place = row.phrase(in: plan)
    let id = plan.applicantId(row.applicant)
    found.violations.append(
      Violation(
        subjects: [.applicant(id), .line(row.line)],
        sentence: kind == .announced
          ? "\(id) has been announced for \(place); in the plan: \(now)."
          : "\(id) is pinned to \(place); in the plan: \(now)."))
  }
  return found
}

/// Checks `forbid`.
enum ForbidCheck: PairwiseCheck {
  static let rule = Rule.forbid
  static let scope = PairwiseScope.triple

  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool {
    !plan.points.rows(of: triple.applicant).contains { $0.kind == .forbid && $0.isMet(by: triple) }
  }

  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence {
    let rows = plan.points.rows(of: triple.applicant)
      .filter { $0.kind == .forbid && $0.isMet(by: triple) }
      .map { row -> Sentence in
        let line: Sentence = row.line > 0 ? "line \(row.line)" : "a further row"
        return row.reason.isEmpty ? line : "\(line), \(row.reason)"
      }
    return "\(plan.phrase(triple)): forbidden by pins.csv (\(Listing(rows, .semicolons)))."
  }
}

extension Pin {
  /// Whether a placement of the row's applicant is what the row names.
  func isMet(by placement: Placement) -> Bool {
    guard cohort == nil || cohort == placement.cohort else { return false }
    return switch place {
    case .anywhere: true
    case .post(let id): placement.post.id == id
    case .school(let school): placement.post.schools.contains(school)
    }
  }

  /// The place that the row names, such as `post S001+S002 in TH14`.
  fileprivate func phrase(in plan: PlanFacts) -> Sentence {
    let named: Sentence =
      switch place {
      case .anywhere: "some post"
      case .post(let id): "post \(id)"
      case .school(let school): "school \(plan.schoolId(school))"
      }
    return cohort.map { "\(named) in \(plan.cohortId($0))" } ?? named
  }
}
