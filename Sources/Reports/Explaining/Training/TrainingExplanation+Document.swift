// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
package import ProgrammeFiles
internal import Verification

extension TrainingExplanation {
  /// The explanation for programs.
  ///
  /// - Parameter isInternal: Whether schools and numbers of other delegations' people are
  ///   included.
  /// - Returns: One object; `docs/explain.md` describes it.
  package func document(isInternal: Bool) -> CanonicalJSON {
    let year = plan.year
    let groups = subject.groups(in: plan.plan)
    var own: CanonicalJSON = .null
    switch subject {
    case .group(let group): own = plan.session(of: group).map(document(of:)) ?? .null
    case .session(let session): own = document(of: session)
    }
    return .object([
      "kind": .string(subject.kind.rawValue),
      "subject": .string(subject.id(in: year)),
      "placement": own,
      "groups": .array(groups.map { document(of: $0, isInternal) }),
      "plan": [
        "valid": .boolean(plan.verification.isValid), "best": .boolean(isBest),
        "losses": .array(losses(of: plan.tiers, against: best).map { .integer($0) }),
        "notes": .array(plan.notes.map { .string($0) }),
      ],
      "tiers": .array(plan.tiers.map(Reports.document(of:))),
      "best": .array(best.map(Reports.document(of:))),
      "rules": ["limits": brokenRules(limits), "needs": brokenRules(needs)],
      "candidates": .integer(candidates),
      "solved": .integer(solved),
      "impossible": .integer(impossible),
      "complete": .boolean(isComplete),
      "waiting": waiting.map { .string($0.sentence) } ?? .null,
      "alternatives": .array(alternatives.map { document(of: $0, isInternal) }),
    ])
  }

  private func document(of session: TrainingSession) -> CanonicalJSON {
    [
      "course": .string(plan.year.training.courses[session.course].id),
      "site": .string(plan.year.sites[session.site].id),
      "start": .string(session.start.description),
      "end": .string(session.days(in: plan.year).upperBound.description),
    ]
  }

  private func document(of group: TrainingGroup, _ isInternal: Bool) -> CanonicalJSON {
    let year = plan.year
    var members: [String: CanonicalJSON] = [
      "kind": .string(TrainingSubject.group(group).kind.rawValue),
      "id": .string(group.id(in: year)),
    ]
    if isInternal || subject == .group(group) {
      members["people"] = .integer(group.headcount(in: year, hosting: plan.hosting).people)
      if case .delegation(let index) = group {
        members["school"] = .string(year.schools[year.training.delegations[index].school].id)
      }
    }
    return .object(members)
  }

  private func document(of shown: Shown, _ isInternal: Bool) -> CanonicalJSON {
    func place(_ session: TrainingSession?) -> CanonicalJSON {
      session.map(document(of:)) ?? .null
    }
    return [
      "session": place(shown.alternative.pins.first?.session),
      "losses": .array(shown.losses.map { .integer($0) }),
      "tiers": .array(shown.alternative.tiers.map(Reports.document(of:))),
      "exact": .boolean(shown.alternative.isExact),
      "moves": .array(
        shown.moves.map { move in
          [
            "group": document(of: move.group, isInternal), "from": place(move.from),
            "to": place(move.to),
          ]
        }),
    ]
  }
}
