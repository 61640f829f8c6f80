// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme
package import ProgrammeFiles
internal import Wording

extension DispatchReport {
  /// The table `empty-posts.csv`: a row for each school that hosts nobody, and
  /// why.
  package func emptyPostsTable() -> CSVWriter {
    var table = CSVWriter(
      header: [
        "school", "name", "country", "area", "city", "priority", "reason", "eligible",
        "eligible_unplaced", "rules", "sentence",
      ])
    var reasons = EmptySchoolReasons(self)
    let hosting = hostingSchools
    for (index, school) in year.schools.enumerated() where !hosting.contains(index) {
      let reason = reasons.reason(school: index)
      table.append([
        school.id, school.name, year.countries[school.country].id, school.area, school.city,
        String(school.priority), reason.kind.rawValue, String(reason.eligible),
        String(reason.eligibleUnplaced),
        reason.rules.map { "\($0.rule.rawValue)=\($0.applicants)" }.joined(separator: ";"),
        reason.sentence,
      ])
    }
    return table
  }
}

/// Why a school hosts nobody.
struct EmptySchoolReason {
  enum Kind: String, CaseIterable {
    /// No cohort goes there.
    case noCohort = "no cohort"
    /// It has hosted so long that it has to pause.
    case rotation
    /// Every post with it breaks a hard rule about posts.
    case noPost = "no usable post"
    /// Nobody keeps the hard rules about it.
    case noEligible = "no eligible applicant"
    /// Every post with it needs a school that hosts through another post.
    case bundle = "bundle not chosen"
    /// Its cohorts have no place left.
    case cohortFull = "cohort full"
    /// Its country has no place left.
    case countryFull = "country full"
    /// Everybody who might go there goes elsewhere.
    case allElsewhere = "all placed elsewhere"
    /// Rules over the whole plan, or goals, stand in the way.
    case otherRules = "other rules"
  }

  var kind: Kind
  /// Applicants for whom a post with the school keeps the hard rules.
  var eligible = 0
  var eligibleUnplaced = 0
  /// Rules and the number of applicants for whom each is broken at every
  /// usable post with the school.
  var rules: [(rule: Rule, applicants: Int)] = []
  var sentence: String
}

/// Finds reasons; prepared once for a plan.
struct EmptySchoolReasons {
  private let report: DispatchReport
  private let groups: SlotGroups
  private let postsOfSchool: [[Int]]
  /// For each group the rules that each applicant breaks.
  private let broken: [[RuleSet]]
  /// The `forbid` rows of each applicant who has any.
  private let forbids: [Int: [Pin]]
  private let partners: Set<Int>
  private let hosting: Set<Int>

  init(_ report: DispatchReport) {
    self.report = report
    groups = SlotGroups(report.eligibility)
    partners = report.partners
    hosting = report.hostingSchools
    forbids = Dictionary(
      grouping: report.year.pins.filter { $0.kind == .forbid }, by: \.applicant)
    var postsOfSchool = report.year.schools.map { _ in [Int]() }
    for (index, post) in report.eligibility.posts.enumerated() {
      for school in post.schools { postsOfSchool[school].append(index) }
    }
    self.postsOfSchool = postsOfSchool
    var broken = groups.members.map { _ in [RuleSet]() }
    for group in broken.indices { broken[group].reserveCapacity(report.year.applicants.count) }
    var rules: [RuleSet] = []
    for applicant in report.year.applicants.indices {
      groups.rulesOfGroups(brokenBy: applicant, into: &rules)
      for group in rules.indices {
        // Rows about single posts are asked where a school is asked about.
        rules[group].remove(.forbid)
        broken[group].append(rules[group])
      }
    }
    self.broken = broken
  }

  mutating func reason(school: Int) -> EmptySchoolReason {
    let (year, eligibility) = (report.year, report.eligibility)
    let slots = postsOfSchool[school].flatMap { Array(eligibility.slotsOfPost[$0]) }
    guard !slots.isEmpty else {
      return EmptySchoolReason(
        kind: .noCohort, sentence: localized("No cohort of this year goes there."))
    }
    if year.rules[.rotation] == .hard, mustPause(school) {
      let years = year.schools[school].yearsRunning
      return EmptySchoolReason(
        kind: .rotation,
        sentence: localized("Has hosted for \(years, "year", "years") running and must pause."))
    }
    let usable = slots.filter { groups.brokenByPost[groups.groupOfSlot[$0]].isEmpty }
    guard !usable.isEmpty else { return noPost(slots) }
    return reason(school: school, usable: usable)
  }

  private func mustPause(_ index: Int) -> Bool {
    let (year, school) = (report.year, report.year.schools[index])
    return school.yearsRunning >= year.rules.rotation.maximumYearsRunning
      && school.lastHostedYear == year.fiscalYear - 1
  }

  private func noPost(_ slots: [Int]) -> EmptySchoolReason {
    let rules = Set(slots.flatMap { groups.brokenByPost[groups.groupOfSlot[$0]] }).sorted()
    let names = Listing(rules.map(\.rawValue), .orEach)
    return EmptySchoolReason(
      kind: .noPost,
      sentence: localized(
        """
        Every post with this school breaks \(names): alone it has \(hours(ofPostsAt: slots)) \
        hours of Japanese a week.
        """))
  }

  /// The hours of the smallest post among some slots.
  private func hours(ofPostsAt slots: [Int]) -> Int {
    let posts = slots.map { report.eligibility.slots[$0].post }
    let smallest = posts.min {
      report.eligibility.posts[$0].schools.count < report.eligibility.posts[$1].schools.count
    }
    return smallest.map { report.eligibility.facts[$0].hours } ?? 0
  }

  /// How applicants fare at some groups.
  private struct Tally {
    var eligible = 0
    var eligibleUnplaced = 0
    var blocks: [Rule: Int] = [:]
    /// Groups where somebody is eligible.
    var open: Set<Int> = []
  }

  /// What was counted of everybody whom no `forbid` row names, by groups.
  private var tallies: [[Int]: Tally] = [:]

  private mutating func reason(school: Int, usable: [Int]) -> EmptySchoolReason {
    let eligibility = report.eligibility
    let usableGroups = Set(usable.map { groups.groupOfSlot[$0] }).sorted()
    var tally = tallies[usableGroups] ?? tally(of: usableGroups)
    tallies[usableGroups] = tally
    for (applicant, pins) in forbids {
      let open = usable.filter { slot in
        let place = eligibility.slots[slot]
        return broken[groups.groupOfSlot[slot]][applicant].isEmpty
          && !pins.contains { $0.names(eligibility.posts[place.post], cohort: place.cohort) }
      }.map { groups.groupOfSlot[$0] }
      count(applicant, open, among: usableGroups, into: &tally)
    }
    var found = EmptySchoolReason(kind: .otherRules, sentence: "")
    found.eligible = tally.eligible
    found.eligibleUnplaced = tally.eligibleUnplaced
    found.rules = tally.blocks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value) }
    let cohorts = Set(tally.open.map { eligibility.slots[groups.firstSlots[$0]].cohort })
    explain(&found, school: school, cohorts: cohorts.sorted())
    return found
  }

  private func tally(of usableGroups: [Int]) -> Tally {
    var tally = Tally()
    for applicant in report.year.applicants.indices where forbids[applicant] == nil {
      let open = usableGroups.filter { broken[$0][applicant].isEmpty }
      count(applicant, open, among: usableGroups, into: &tally)
    }
    return tally
  }

  /// Counts an applicant who is eligible at some groups.
  private func count(
    _ applicant: Int, _ open: [Int], among usableGroups: [Int], into tally: inout Tally
  ) {
    if open.isEmpty {
      let everywhere = usableGroups.reduce(RuleSet(rawValue: .max)) {
        $0.intersection(broken[$1][applicant])
      }
      for rule in everywhere.rules { tally.blocks[rule, default: 0] += 1 }
      return
    }
    tally.eligible += 1
    if !partners.contains(applicant) { tally.eligibleUnplaced += 1 }
    tally.open.formUnion(open)
  }

  /// When each usable post with a school needs one that hosts elsewhere:
  /// those, by identifier.
  private func hostingOthers(_ school: Int) -> [String]? {
    var others: Set<Int> = []
    for post in postsOfSchool[school] where report.eligibility.isUsable(post) {
      let hosting = report.eligibility.posts[post].schools.filter(hosting.contains)
      if hosting.isEmpty { return nil }
      others.formUnion(hosting)
    }
    return others.sorted().map { report.year.schools[$0].id }
  }

  private func explain(
    _ found: inout EmptySchoolReason, school: Int, cohorts: [Int]
  ) {
    let year = report.year
    let people = counted(found.eligible, "applicant is", "applicants are")
    guard found.eligible > 0 else {
      found.kind = .noEligible
      found.sentence =
        found.rules.first.map {
          localized(
            """
            Nobody is eligible there; \($0.rule.rawValue) alone stands in the way of \
            \(grouped($0.applicants)) of \(grouped(year.applicants.count)).
            """)
        } ?? localized("Nobody is eligible there.")
      return
    }
    let country = year.schools[school].country
    let inCountry = year.cohorts.indices.reduce(0) {
      $0 + (year.cohorts[$1].country == country ? report.filled[$1] : 0)
    }
    let names = Listing(cohorts.map { year.cohorts[$0].id }, .plain)
    if let others = hostingOthers(school) {
      found.kind = .bundle
      found.sentence =
        others.count > 1
        ? localized(
          "Hosts only in a bundle, and \(Listing(others, .plain)) host through another post.")
        : localized(
          "Hosts only in a bundle, and \(Listing(others, .plain)) hosts through another post.")
    } else if cohorts.allSatisfy({ report.filled[$0] >= year.cohorts[$0].places }) {
      found.kind = .cohortFull
      found.sentence = localized(
        "\(people) eligible, but every place of \(names) is taken at other schools.")
    } else if let max = year.countries[country].max, inCountry >= max,
      year.rules[.countryQuota] == .hard
    {
      found.kind = .countryFull
      found.sentence = localized(
        "\(people) eligible, but \(year.countries[country].id) has all of its \(max) partners.")
    } else if found.eligibleUnplaced == 0 {
      found.kind = .allElsewhere
      found.sentence = localized("\(people) eligible, and all of them are placed elsewhere.")
    } else {
      found.kind = .otherRules
      found.sentence = localized(
        """
        \(people) eligible, \(grouped(found.eligibleUnplaced)) of them without a placement, and \
        \(names) has places left: a rule over the whole plan (such as companions, together, \
        budget, predeparture or a quota) or an earlier goal stands in the way.
        """)
    }
  }
}
