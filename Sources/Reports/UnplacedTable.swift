// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
package import ProgrammeFiles
internal import Wording

extension DispatchReport {
  /// The table `unplaced.csv`: a row for each applicant without a placement,
  /// and why.
  package func unplacedTable() -> CSVWriter {
    var table = CSVWriter(header: ["applicant", "name", "reason", "rules", "sentence"])
    let reasons = UnplacedReasons(self)
    let partners = partners
    for (index, person) in year.applicants.enumerated() where !partners.contains(index) {
      let reason = reasons.reason(applicant: index)
      table.append([
        person.id, person.name, reason.kind.rawValue,
        reason.rules.map { "\($0.rule.rawValue)=\($0.posts)" }.joined(separator: ";"),
        reason.sentence,
      ])
    }
    return table
  }
}

/// Why somebody has no placement.
struct UnplacedReason {
  enum Kind: String, CaseIterable {
    /// No post keeps the hard rules about them.
    case notEligible = "not eligible"
    /// Somebody who has to go with them is eligible nowhere.
    case together
    /// Everybody where they might go brings at least as many points.
    case outranked
    /// Somebody with fewer points went, for the sake of another rule or goal.
    case otherGoals = "other goals"
    /// Where they might go no place of a cohort is left.
    case cohortFull = "cohort full"
    /// Where they might go nobody goes.
    case notOpened = "post not opened"
  }

  var kind: Kind
  /// Rules that exclude, with the number of posts each excludes by itself or
  /// with others; those most often broken come first.
  var rules: [(rule: Rule, posts: Int)] = []
  var sentence: String
}

/// Finds reasons; prepared once for a plan.
struct UnplacedReasons {
  private let report: DispatchReport
  private let groups: SlotGroups
  /// The slots of each group where somebody is placed, ascending.
  private let hostingSlots: [[Int]]
  /// The holder with the fewest points at each hosting slot.
  private let lowest: [Int: (placement: Int, points: Int)]
  private let companions: [[Int]]

  init(_ report: DispatchReport) {
    self.report = report
    groups = SlotGroups(report.eligibility)
    let year = report.year
    var hostingSlots = groups.members.map { _ in [Int]() }
    var lowest: [Int: (placement: Int, points: Int)] = [:]
    for slot in report.holders.keys.sorted() {
      hostingSlots[groups.groupOfSlot[slot]].append(slot)
      for placement in report.holders[slot] ?? [] {
        let points = report.points(ofPlacement: placement)
        if points < (lowest[slot]?.points ?? .max) { lowest[slot] = (placement, points) }
      }
    }
    self.lowest = lowest
    self.hostingSlots = hostingSlots
    var companions = year.applicants.map(\.togetherWith)
    for (index, applicant) in year.applicants.enumerated() {
      for other in applicant.togetherWith where !companions[other].contains(index) {
        companions[other].append(index)
      }
    }
    self.companions = companions
  }

  func reason(applicant: Int) -> UnplacedReason {
    let broken = groups.broken(applicant: applicant)
    let open = broken.filter { $0.rules.isEmpty && groups.brokenByPost[$0.group].isEmpty }
    if open.isEmpty { return notEligible(applicant, broken) }
    if let reason = heldByCompanion(applicant) { return reason }
    return outdone(applicant, open)
  }

  private func isEligibleSomewhere(_ applicant: Int) -> Bool {
    groups.broken(applicant: applicant)
      .contains { $0.rules.isEmpty && groups.brokenByPost[$0.group].isEmpty }
  }

  private func heldByCompanion(_ applicant: Int) -> UnplacedReason? {
    let year = report.year
    guard year.rules[.together] == .hard,
      let other = companions[applicant].first(where: { !isEligibleSomewhere($0) })
    else { return nil }
    return UnplacedReason(
      kind: .together, rules: [],
      sentence: localized(
        """
        Goes only together with \(year.applicants[other].id), for whom no post keeps the hard rules.
        """))
  }

  /// Eligible, but others went.
  private func outdone(_ applicant: Int, _ open: Broken) -> UnplacedReason {
    let (year, eligibility) = (report.year, report.eligibility)
    // Of slots with equal points the first.
    var best: (slot: Int, points: Int)?
    for entry in open {
      let isWhole = entry.slots.count == groups.members[entry.group].count
      for slot in hostingSlots[entry.group] where isWhole || entry.slots.contains(slot) {
        let points = eligibility.points(applicant: applicant, slot: slot)
        if best.map({ (points, $0.slot) > ($0.points, slot) }) ?? true { best = (slot, points) }
      }
    }
    guard let best, let least = lowest[best.slot] else {
      let cohorts = Set(open.map { eligibility.slots[groups.firstSlots[$0.group]].cohort })
      let isFull = cohorts.allSatisfy { report.filled[$0] >= year.cohorts[$0].places }
      return UnplacedReason(
        kind: isFull ? .cohortFull : .notOpened,
        sentence: isFull
          ? localized(
            "Eligible only at posts that stay empty, in cohorts without a place left.")
          : localized(
            "Eligible only at posts that stay empty; empty-posts.csv says why they do."))
    }
    let place = eligibility.slots[best.slot]
    let (post, cohort) = (eligibility.posts[place.post].id, year.cohorts[place.cohort].id)
    let holder = year.applicants[report.outcome.placements[least.placement].applicant].id
    return best.points <= least.points
      ? UnplacedReason(
        kind: .outranked,
        sentence: localized(
          """
          Of the posts that host, \(post) in \(cohort) would bring most points, \(best.points); \
          \(holder) brings \(least.points) there.
          """))
      : UnplacedReason(
        kind: .otherGoals,
        sentence: localized(
          """
          Of the posts that host, \(post) in \(cohort) would bring most points, \(best.points); \
          \(holder) brings only \(least.points) there, but another rule or goal, or a better use \
          of both, decides so.
          """))
  }
}

// MARK: - Nobody's fault but the rules'

extension UnplacedReasons {
  typealias Broken = [(group: Int, slots: ArraySlice<Int>, rules: RuleSet)]

  private func notEligible(_ applicant: Int, _ broken: Broken) -> UnplacedReason {
    let year = report.year
    // What nobody asked for needs no further reason.
    var accepted = broken.filter { !$0.rules.contains(.countryAccepted) }
    let usable = accepted.filter { groups.brokenByPost[$0.group].isEmpty }
    // Posts that nobody may fill explain nothing unless there are no others.
    if !usable.isEmpty { accepted = usable }
    guard !accepted.isEmpty else {
      return UnplacedReason(
        kind: .notEligible, rules: [(.countryAccepted, broken.reduce(0) { $0 + $1.slots.count })],
        sentence: broken.isEmpty
          ? localized("There is no post in this year.")
          : localized("No cohort of this year is among the countries and cohorts accepted."))
    }
    var counts: [Rule: Int] = [:]
    var patterns: [Set<Rule>: Int] = [:]
    for entry in accepted {
      let rules = entry.rules.rules + groups.brokenByPost[entry.group]
      for rule in rules { counts[rule, default: 0] += entry.slots.count }
      patterns[Set(rules), default: 0] += entry.slots.count
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let excluding = smallestCover(of: Array(patterns.keys), from: ranked.map(\.key))
    let cohorts = Set(
      accepted.map { report.eligibility.slots[$0.slots[$0.slots.startIndex]].cohort }
    ).sorted().map { year.cohorts[$0].id }
    let total = accepted.reduce(0) { $0 + $1.slots.count }
    let scope =
      cohorts.count > 4
      ? localized("the \(cohorts.count) cohorts accepted")
      : Listing(cohorts, .plain).words(in: .current)
    return UnplacedReason(
      kind: .notEligible, rules: ranked.map { ($0.key, $0.value) },
      sentence: Self.exclusion(excluding.map(\.rawValue), from: total, of: scope))
  }

  /// Says which rules together leave no post.
  private static func exclusion(_ rules: [String], from posts: Int, of scope: String) -> String {
    // A sentence of English begins with a capital, even one that begins with a name.
    let capital =
      Language.current == .english
      ? rules.prefix(1).map { $0.prefix(1).uppercased() + $0.dropFirst() } + rules.dropFirst()
      : rules
    if capital.count == 1 {
      return posts == 1
        ? localized("\(capital[0]) excludes the only 1 post of \(scope).")
        : localized("\(capital[0]) excludes all \(posts, "post", "posts") of \(scope).")
    }
    let names = Listing(capital, .andEach)
    return posts == 1
      ? localized("\(names) together exclude the only 1 post of \(scope).")
      : localized("\(names) together exclude all \(posts, "post", "posts") of \(scope).")
  }

  /// The fewest rules of which every pattern holds at least one; among equally
  /// few those that come first.
  private func smallestCover(of patterns: [Set<Rule>], from rules: [Rule]) -> [Rule] {
    for size in 1...max(1, rules.count) {
      if let cover = cover(of: patterns, from: rules[...], size: size) { return cover }
    }
    return rules
  }

  private func cover(
    of patterns: [Set<Rule>], from rules: ArraySlice<Rule>, size: Int
  ) -> [Rule]? {
    if patterns.isEmpty { return [] }
    guard size > 0 else { return nil }
    for (position, rule) in zip(rules.indices, rules) {
      let rest = patterns.filter { !$0.contains(rule) }
      if let more = cover(of: rest, from: rules[(position + 1)...], size: size - 1) {
        return [rule] + more
      }
    }
    return nil
  }
}
