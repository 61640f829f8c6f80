// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
package import ProgrammeFiles
package import Verification
internal import Wording

/// A verification and what it was about, for the terminal and for programs.
package struct VerificationReport: Sendable {
  private let problem: PlanProblem
  private let rules: [RuleCheck]
  private let tiers: [TierResult]
  private let claims: [ClaimCheck]
  private let certified: [CertifiedTier]
  private let excluding: [TierResult]
  private let keepsRulesAndClaims: Bool
  /// What the reader should know although it breaks nothing, a sentence each.
  private let notes: [String]
  /// Contradictions between the plan's own files, a sentence each.
  private let contradictions: [String]
  /// Whether the year's files are those the plan was made from.
  private let isSameInput: Bool

  package init(
    verification: DispatchVerification, notes: [String] = [], contradictions: [String],
    isSameInput: Bool
  ) {
    problem = .dispatch
    (rules, tiers, claims) = (verification.rules, verification.tiers, verification.claims)
    (certified, excluding) = (verification.certified, verification.excluding)
    keepsRulesAndClaims = verification.isValid
    self.notes = notes
    self.contradictions = contradictions
    self.isSameInput = isSameInput
  }

  package init(
    _ problem: PlanProblem, verification: PlanVerification, notes: [String],
    contradictions: [String] = [], isSameInput: Bool
  ) {
    self.problem = problem
    (rules, tiers, claims) = (verification.rules, verification.tiers, verification.claims)
    (certified, excluding) = ([], [])
    keepsRulesAndClaims = verification.isValid
    self.notes = notes
    self.contradictions = contradictions
    self.isSameInput = isSameInput
  }

  /// Whether hard rules hold and nothing claimed is contradicted.
  package var isValid: Bool { keepsRulesAndClaims && contradictions.isEmpty }

  /// The verification in words.
  package var summary: String {
    var lines = findings
    if !lines.isEmpty { lines.append("") }
    lines += goals.lines
    lines += ["", verdict]
    lines += trust
    return lines.joined(separator: "\n") + "\n"
  }

  /// The verification in words, without the goals' values: a sentence each.
  package var sentences: [String] {
    findings + [verdict, Listing(trust, .sentences).words(in: .current)]
  }

  /// Whether the plan is valid, and of how much that is said.
  private var verdict: String {
    let (count, instances) = (grouped(rules.count), grouped(rules.reduce(0) { $0 + $1.checked }))
    return isValid
      ? localized("\(count) rules looked at in \(instances) instances; the plan is valid.")
      : localized("\(count) rules looked at in \(instances) instances; the plan is not valid.")
  }

  /// What was found amiss or has to be known.
  private var findings: [String] {
    var lines: [String] = []
    if !isSameInput {
      lines.append(
        localized(
          """
          The year's files are not those the plan was made from; it is checked against \
          the files as they are.
          """))
    }
    lines += notes + contradictions
    for check in rules where !check.violations.isEmpty {
      lines.append(localized("\(check.id) (\(said(check.strictness))):"))
      lines += check.violations.prefix(20).map { "  " + $0.sentence }
      if check.violations.count > 20 {
        lines.append(localized("  and \(grouped(check.violations.count - 20)) more like this."))
      }
    }
    for claim in claims where !claim.holds {
      lines += claim.faults
    }
    for tier in excluding {
      lines.append(
        localized(
          "A fault of Musubi: the certificate says that \(tier.name) cannot be as good as it is."))
    }
    return lines
  }

  /// The goals' values, and the bounds that are certified or claimed.
  private var goals: TextTable {
    let showsCertified = problem == .dispatch
    var table = TextTable(
      [(localized("Goal"), .left), (localized("Recomputed"), .right)]
        + (showsCertified ? [(localized("Certified bound"), .right)] : [])
        + [(localized("Claimed bound"), .right)])
    for tier in tiers {
      let certified = certifiedBound(of: tier.name).map { shown($0, of: tier) } ?? "–"
      let isClaimed = showsCertified || claims.contains { $0.claimed.name == tier.name }
      table.append(
        [tier.name, shown(tier.value, of: tier)] + (showsCertified ? [certified] : [])
          + [isClaimed ? shown(tier.bound, of: tier) : "–"])
    }
    return table
  }

  private func certifiedBound(of tier: String) -> Int64? {
    certified.first { $0.name == tier }?.bound
  }

  /// What the reader may rely on, and what rests on the solver's word.
  private var trust: [String] {
    guard problem == .dispatch else {
      return claims.isEmpty
        ? [localized("Values and rules are recomputed from the data.")]
        : [
          localized(
            "Values and rules are recomputed from the data; bounds rest on the solver's word.")
        ]
    }
    guard !certified.isEmpty else {
      return [
        localized(
          """
          Values and rules are recomputed from the data; bounds rest on the solver's word, since \
          the plan has no \(certificateDocumentName), or one without prices.
          """)
      ]
    }
    let remarks = certified.flatMap(\.remarks).map {
      localized("\(certificateDocumentName): \($0).")
    }
    let words = localized(
      """
      Values, rules and certified bounds are recomputed from the data. A certified bound speaks
      of all plans that equal this one in the goals before it; that those cannot be better, and
      what a claimed bound says beyond the certified one, rests on the solver's word.
      """)
    return remarks + words.split(separator: "\n").map(String.init)
  }

  /// The goal of points, with its certified bound.
  private var certifiedPoints: TierResult? {
    tiers.lazy.filter { $0.name == "points" || $0.name == "weighted" }
      .compactMap { tier in
        certifiedBound(of: tier.name).map {
          TierResult(name: tier.name, value: tier.value, bound: $0)
        }
      }.first
  }

  private func document(of tier: TierResult) -> CanonicalJSON {
    guard case .object(var members) = Reports.document(of: tier) else { return .null }
    members["certified"] =
      certifiedBound(of: tier.name).map { .integer($0) } ?? .null
    return .object(members)
  }

  /// What `verify --format json` prints.
  package var document: CanonicalJSON {
    [
      "valid": .boolean(isValid),
      "rules": .array(rules.map { document(of: $0) }),
      "tiers": .array(tiers.map { document(of: $0) }),
      "claims": .array(
        claims.map { claim in
          [
            "name": .string(claim.claimed.name), "holds": .boolean(claim.holds),
            "faults": .array(claim.faults.map { .string($0) }),
          ]
        }),
      "notes": .array(notes.map { .string($0) }),
      "contradictions": .array(contradictions.map { .string($0) }),
      "same_input": .boolean(isSameInput),
      "certificate_remarks": .array(
        certified.flatMap(\.remarks).map { .string($0) }),
      "certifiedBound": certifiedPoints.map { .integer($0.bound) } ?? .null,
      "certifiedGap": certifiedPoints.map { .number(largestGap(of: [$0])) } ?? .null,
    ]
  }

  private func document(of check: RuleCheck) -> CanonicalJSON {
    [
      "id": .string(check.id),
      "strictness": .string(word(for: check.strictness)),
      "checked": .integer(check.checked),
      "violations": .array(
        check.violations.map { .object(Reports.document(of: $0)) }),
    ]
  }
}

/// How strict a rule is, for people.
private func said(_ strictness: Strictness) -> String {
  switch strictness {
  case .hard: localized("hard")
  case .soft: localized("soft")
  case .off: localized("off")
  }
}

/// How strict a rule is, for programs.
private func word(for strictness: Strictness) -> String {
  switch strictness {
  case .hard: "hard"
  case .soft: "soft"
  case .off: "off"
  }
}
