// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
package import ProgrammeFiles
package import Verification

/// A verification and what it was about, for the terminal and for programs.
package struct VerificationReport: Sendable {
  package let verification: DispatchVerification
  /// Contradictions between the plan's own files, a sentence each.
  package let contradictions: [String]
  /// Whether the year's files are those the plan was made from.
  package let isSameInput: Bool

  package init(
    verification: DispatchVerification, contradictions: [String], isSameInput: Bool
  ) {
    self.verification = verification
    self.contradictions = contradictions
    self.isSameInput = isSameInput
  }

  /// Whether hard rules hold and nothing claimed is contradicted.
  package var isValid: Bool { verification.isValid && contradictions.isEmpty }

  /// The verification in words.
  package var summary: String {
    var lines: [String] = []
    if !isSameInput {
      lines.append(
        "The year's files are not those the plan was made from; it is checked against "
          + "the files as they are.")
    }
    lines += contradictions
    for check in verification.rules where !check.violations.isEmpty {
      lines.append("\(check.id) (\(word(for: check.strictness))):")
      lines += check.violations.prefix(20).map { "  " + $0.sentence }
      if check.violations.count > 20 {
        lines.append("  and \(grouped(check.violations.count - 20)) more like this.")
      }
    }
    for claim in verification.claims where !claim.holds {
      lines += claim.faults
    }
    if !lines.isEmpty { lines.append("") }
    var table = TextTable([("Goal", .left), ("Recomputed", .right), ("Claimed bound", .right)])
    for tier in verification.tiers {
      table.append([tier.name, shown(tier.value, of: tier), shown(tier.bound, of: tier)])
    }
    lines += table.lines
    let instances = verification.rules.reduce(0) { $0 + $1.checked }
    lines += [
      "",
      "\(grouped(verification.rules.count)) rules looked at in \(grouped(instances)) instances; "
        + (isValid ? "the plan is valid." : "the plan is not valid."),
      "Values and rules are recomputed from the data; bounds rest on the solver's word.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What `verify --format json` prints.
  package var document: CanonicalJSON {
    [
      "valid": .boolean(isValid),
      "rules": .array(verification.rules.map { document(of: $0) }),
      "tiers": .array(verification.tiers.map { Reports.document(of: $0) }),
      "claims": .array(
        verification.claims.map { claim in
          [
            "name": .string(claim.claimed.name), "holds": .boolean(claim.holds),
            "faults": .array(claim.faults.map { .string($0) }),
          ]
        }),
      "contradictions": .array(contradictions.map { .string($0) }),
      "same_input": .boolean(isSameInput),
      "certifiedBound": nil,
      "certifiedGap": nil,
    ]
  }

  private func document(of check: RuleCheck) -> CanonicalJSON {
    [
      "id": .string(check.id),
      "strictness": .string(word(for: check.strictness)),
      "checked": .integer(check.checked),
      "violations": .array(
        check.violations.map { violation in
          [
            "units": .integer(violation.units),
            "subjects": .array(violation.subjects.map { .string($0.id) }),
            "sentence": .string(violation.sentence),
          ]
        }),
    ]
  }
}

private func word(for strictness: Strictness) -> String {
  switch strictness {
  case .hard: "hard"
  case .soft: "soft"
  case .off: "off"
  }
}
