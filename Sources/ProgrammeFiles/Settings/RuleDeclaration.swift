// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// How a rule is written in `programme.json5`.
struct RuleDeclaration<Root: RuleSet>: Sendable {
  let rule: Root.Rule
  /// What one unit of violation is; a soft rule's penalty is for each.
  let unit: Sentence
  /// One sentence without a full stop, the comment above the rule.
  let meaning: Sentence
  var parameters: [NumberSetting<Root>] = []
  /// Whether a year's file leaves it out where it says nothing beyond the defaults.
  var isLeftOutWhenUnused = false
}

/// The rules of one problem, as `programme.json5` lists them.
protocol RuleSet: Sendable {
  associatedtype Rule: DeclaredRule
  init()
  /// Strictness of the rules that are given at most once; hard where absent.
  var strictness: [Rule: Strictness] { get set }
  /// Standing of the same rules.
  var standings: [Rule: Standing] { get set }
  subscript(rule: Rule) -> Strictness { get }
  /// Every rule but those that are given any number of times.
  static var declarations: [RuleDeclaration<Self>] { get }
  /// Where the rules are defined.
  static var page: String { get }
  /// The rule that messages take as their example.
  static var example: Rule { get }
}

/// The name of a rule.
protocol DeclaredRule: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Whether it is always hard.
  var isStructural: Bool { get }
  /// Whether it may have a penalty.
  var mayBeSoft: Bool { get }
  /// Whether it is law where nothing is said.
  var isUsuallyLaw: Bool { get }
}

extension Rule: DeclaredRule {
  var mayBeSoft: Bool { !isStructural }
}

extension Rules: RuleSet {
  static var declarations: [RuleDeclaration<Rules>] { RuleDeclaration<Rules>.dispatch }
  static var page: String { "docs/rules.md" }
  static var example: Rule { .housing }
}

extension RuleDeclaration where Root == Rules {
  /// The rules of the dispatch.
  static let dispatch: [RuleDeclaration] = [
    RuleDeclaration(
      rule: .cohortPlaces, unit: "a placement over",
      meaning: "A cohort has at most its places"),
    RuleDeclaration(
      rule: .countryQuota, unit: "a placement short or over",
      meaning: "A country has at least its min and at most its max partners"),
    RuleDeclaration(
      rule: .trackQuota, unit: "a placement short, over, or of a track not taken",
      meaning: "The tracks keep their quotas in each cohort"),
    RuleDeclaration(
      rule: .birthWindow, unit: "a placement",
      meaning: "Partners are born within the cohort's window"),
    RuleDeclaration(
      rule: .countryAccepted, unit: "a placement",
      meaning: "Nobody goes to a country or cohort they do not accept"),
    RuleDeclaration(
      rule: .availability, unit: "a placement",
      meaning: "Partners are free for the whole training and dispatch"),
    RuleDeclaration(
      rule: .housing, unit: "a placement", meaning: "The base's housing takes the partner"),
    RuleDeclaration(
      rule: .medical, unit: "a placement",
      meaning: "The medical care a partner needs is within reach"),
    RuleDeclaration(
      rule: .diet, unit: "a placement", meaning: "The diets a partner keeps can be kept there"),
    RuleDeclaration(
      rule: .language, unit: "a placement",
      meaning: "English or the country's language, the better of them, reaches a level",
      parameters: [
        .integer("min", \.language.minimum, in: 0...5, unit: "level", "The level"),
        .integer(
          "min_remote", \.language.minimumRemote, in: 0...5, unit: "level",
          "The level for posts with a remote school"),
      ]),
    RuleDeclaration(
      rule: .hours, unit: "an open post",
      meaning: "The lessons of Japanese of a post's schools together are neither few nor many",
      parameters: [
        .integer("min", \.hours.minimum, in: 0...200, unit: "hours a week", "Fewest"),
        .integer("max", \.hours.maximum, in: 0...200, unit: "hours a week", "Most"),
      ]),
    RuleDeclaration(
      rule: .travel, unit: "an open post",
      meaning: "The further schools of a bundle lie near to its base",
      parameters: [
        .kilometres("max_km", \.travel.maximumMetres, to: 1_000, "How near")
      ]),
    RuleDeclaration(
      rule: .together, unit: "a pair that is not",
      meaning: "Those who name each other go to the same city and cohort, or none of them goes"),
    RuleDeclaration(
      rule: .apart, unit: "a pair that is not",
      meaning: "Those who must be apart are not in the same city"),
    companions,
    RuleDeclaration(
      rule: .predeparture, unit: "a bed or a room short at a site's worst",
      meaning: "The training before departure fits into the sites' beds and classrooms"),
    RuleDeclaration(
      rule: .budget, unit: "each started 10,000 yen over",
      meaning: "The partners of a country cost at most its budget, and all together the total",
      parameters: [
        .yen("total_jpy", \.budget.total, to: 100_000_000_000_000, "Budget for all partners")
      ]),
    RuleDeclaration(
      rule: .rotation, unit: "a school that should not host yet",
      meaning: "Schools pause after some years, and renewals come first where the country says so",
      parameters: [
        .integer(
          "max_years_running", \.rotation.maximumYearsRunning, in: 1...100, unit: "years",
          "Years after which a school pauses")
      ]),
    RuleDeclaration(
      rule: .announced, unit: "a row that is not met; a person too many where some may be moved",
      meaning: "Who was told a placement keeps it",
      parameters: [
        .integer(
          "most_moved", \.announced.mostMoved, in: 0...1_000_000, unit: "people",
          "So many may lose the placement announced to them"
        ).leftOutWhenUnused()
      ]),
    RuleDeclaration(
      rule: .pin, unit: "a row that is not met", meaning: "Pinned applicants are placed there"),
    RuleDeclaration(
      rule: .forbid, unit: "a placement", meaning: "Nobody is placed where it is forbidden"),
  ]

  private static let companions = RuleDeclaration(
    rule: .companions, unit: "a lonely partner who is guarded",
    meaning: "Around each partner there are others of the cohort",
    parameters: [
      .integer("others", \.companions.others, in: 1...100, unit: "partners", "Fewest others"),
      .kilometres("within_km", \.companions.withinMetres, to: 5_000, "How near their bases are"),
      .integer(
        "oldest_age", \.companions.oldestAge, in: 0...150, unit: "years",
        "Guarded from this age on"),
      .integer(
        "low_language_below", \.companions.lowLanguageBelow, in: 0...6, unit: "level",
        "Guarded below this level"),
      .integer(
        "penalty_others", \.companions.penaltyOthers, in: 0...10_000, unit: "penalty",
        "For each lonely partner who is not guarded; 0 for none"),
    ])
}

extension NumberSetting where Root == BundleLimits {
  /// The limits of bundles.
  static let bundles: [NumberSetting] = [
    .integer(
      "max_schools", \.maximumSchools, in: 1...3, unit: "schools", "Most schools in a bundle"),
    .kilometres(
      "outer_km", \.outerMetres, to: 1_000,
      "No bundle is wider; the rule `travel` draws its limit inside"),
  ]
}
