// SPDX-License-Identifier: GPL-3.0-or-later

// Runs the samples of the articles and prints what they print.
// Usage: Samples YEAR PLANS, a year's folder and an empty one for a plan.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("Usage: Samples YEAR PLANS, a year's folder and an empty one for a plan")
  throw Wrong.usage
}
let (year, plans) = (arguments[1], arguments[2])

enum Wrong: Error { case usage }

print("== readme")
try Readme.sample(year)
print("== plan")
try FirstPlan.plan(year)
print("== faults")
try FirstPlan.faults(year)
print("== options")
try await FirstPlan.options(year)
print("== whatif and explain")
try FirstPlan.questions(year)
print("== quota")
try OwnRule.quota(year)
print("== soft")
try OwnRule.soft(year)
print("== scores")
try OwnRule.scores(year)
print("== program")
try Engine.program()
print("== tiers")
try Engine.tiers()
print("== matching")
try Engine.matching()
print("== bounds, altered and byhand")
try CertificateSamples.bounds(year)
print("== folder")
try CertificateSamples.folder(year, writingTo: plans)
