// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

/// What broken rules say, indented; at most three sentences of each.
func sentences(of checks: [RuleCheck]) -> [String] {
  checks.flatMap { check in
    check.violations.prefix(3).map { "    \(check.id): \($0.sentence)" }
      + (check.violations.count > 3
        ? [
          localized("    \(check.id): and \(grouped(check.violations.count - 3)) more like this.")
        ] : [])
  }
}

/// What broken rules say, for programs.
func brokenRules(_ checks: [RuleCheck]) -> CanonicalJSON {
  .array(
    checks.map { check in
      [
        "rule": .string(check.id), "hard": .boolean(check.strictness == .hard),
        "sentences": .array(check.violations.map { .string($0.sentence) }),
      ]
    })
}
