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
    let reasons = EmptySchoolReasons(self)
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
  /// For each group the applicants eligible at all its slots.
  private let eligible: [[Bool]]
  /// For each group the rules that each applicant breaks.
  private let broken: [[RuleSet]]
  private let forbids: [Pin]
  private let partners: Set<Int>
  private let hosting: Set<Int>

  init(_ report: DispatchReport) {
    self.report = report
    groups = SlotGroups(report.eligibility)
    partners = report.partners
    hosting = report.hostingSchools
    forbids = report.year.pins.filter { $0.kind == .forbid }
    var postsOfSchool = report.year.schools.map { _ in [Int]() }
    for (index, post) in report.eligibility.posts.enumerated() {
      for school in post.schools { postsOfSchool[school].append(index) }
    }
    self.postsOfSchool = postsOfSchool
    let eligibility = report.eligibility
    broken = groups.members.map { slots in
      report.year.applicants.indices.map {
        var rules = eligibility.hardBroken(applicant: $0, slot: slots[0])
        // Rows about single posts are asked where a school is asked about.
        rules.remove(.forbid)
        return rules
      }
    }
    eligible = broken.map { $0.map(\.isEmpty) }
  }

  func reason(school: Int) -> EmptySchoolReason {
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

  private func reason(school: Int, usable: [Int]) -> EmptySchoolReason {
    let (year, eligibility) = (report.year, report.eligibility)
    var blocks: [Rule: Int] = [:]
    var found = EmptySchoolReason(kind: .otherRules, sentence: "")
    var cohorts: Set<Int> = []
    let usableGroups = Set(usable.map { groups.groupOfSlot[$0] }).sorted()
    let forbidden = Dictionary(grouping: forbids, by: \.applicant)
    for applicant in year.applicants.indices {
      let open = openGroups(to: applicant, among: usable, usableGroups, forbids: forbidden)
      if open.isEmpty {
        let everywhere = usableGroups.reduce(RuleSet(rawValue: .max)) {
          $0.intersection(broken[$1][applicant])
        }
        for rule in everywhere.rules { blocks[rule, default: 0] += 1 }
        continue
      }
      found.eligible += 1
      if !partners.contains(applicant) { found.eligibleUnplaced += 1 }
      for group in open { cohorts.insert(eligibility.slots[groups.members[group][0]].cohort) }
    }
    found.rules = blocks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value) }
    explain(&found, school: school, cohorts: cohorts.sorted())
    return found
  }

  /// The groups at which an applicant is eligible.
  private func openGroups(
    to applicant: Int, among slots: [Int], _ slotGroups: [Int], forbids: [Int: [Pin]]
  ) -> [Int] {
    guard let pins = forbids[applicant] else {
      return slotGroups.filter { eligible[$0][applicant] }
    }
    let eligibility = report.eligibility
    return slots.filter { slot in
      let place = eligibility.slots[slot]
      return eligible[groups.groupOfSlot[slot]][applicant]
        && !pins.contains { $0.names(eligibility.posts[place.post], cohort: place.cohort) }
    }.map { groups.groupOfSlot[$0] }
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
