// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Wording

/// What a comparison shows of the plans of one problem, and in which words.
///
/// Everything else about comparisons is the same for all problems.
struct ComparedColumns: Sendable {
  /// A number that stands beside the goals.
  struct Figure: Sendable {
    /// The column's heading on the terminal.
    let heading: Sentence
    /// The column of `scenarios.csv`, and the member of `whatif.json`.
    let column: String
    let member: String
    /// Whether it is known of a year without a plan too.
    var isOfYear = false
    /// The goal that says the same, where the year has it; then the terminal leaves the
    /// figure out.
    var goal: String?
  }

  /// Before the goals, and behind them.
  let figuresBefore: [Figure]
  let figuresBehind: [Figure]
  /// What may move: the member of `whatif.json` that names it.
  let kinds: [String]
  /// Columns that say where somebody is.
  let place: [String]
  /// Who or what moves, in words.
  let movers: Movers
  /// A place in words.
  let phrase: @Sendable ([String]) -> Sentence
  /// What is said of somebody without a place.
  let nowhere: Sentence

  /// Who or what moves.
  struct Movers: Sendable {
    /// Several of them, such as `people`.
    let many: String
    /// How many of them move, and how much is counted of them, such as `3 people move`.
    let move: @Sendable (_ count: Int, _ weight: Int) -> Sentence
    /// The column's heading on the terminal.
    var heading: Sentence = "Move"
    /// What is counted of each of them; nothing where each counts for one.
    var weight: Weight?
    /// Whether it is told why.
    var tellsWhy = false

    struct Weight: Sendable {
      /// The member of `whatif.json` and the column of `moves.csv`.
      let member: String
      let many: String
      /// So many, such as `7 people`.
      let inWords: @Sendable (Int) -> Sentence
    }
  }

  /// All figures in order.
  var figures: [Figure] { figuresBefore + figuresBehind }

  static let dispatch = ComparedColumns(
    figuresBefore: [
      Figure(heading: "Places", column: "places", member: "places", isOfYear: true),
      Figure(heading: "Partners", column: "partners", member: "filled"),
    ],
    figuresBehind: [Figure(heading: "Cost, yen", column: "cost_jpy", member: "cost_jpy")],
    kinds: ["applicant"], place: ["post", "cohort"],
    movers: Movers(many: "people") { people, _ in
      Sentence("\(people, "person moves", "people move")")
    }, phrase: { Sentence("\($0[0]) in \($0[1])") }, nowhere: "not placed")

  static let training = ComparedColumns(
    figuresBefore: [
      Figure(heading: "Asked", column: "asking", member: "asking", isOfYear: true),
      Figure(heading: "Train", column: "people_trained", member: "people_trained"),
      Figure(heading: "Partners", column: "partners_trained", member: "partners_trained"),
      Figure(heading: "Sessions", column: "sessions", member: "sessions"),
    ],
    figuresBehind: [
      Figure(
        heading: "First visits", column: "people_on_first_visit",
        member: "people_on_first_visit", goal: "first-visits"),
      Figure(heading: "Cost, yen", column: "cost_jpy", member: "cost_jpy", goal: "cost"),
    ],
    kinds: ["cohort", "delegation"], place: ["course", "site", "start"],
    movers: Movers(
      many: "groups",
      move: { groups, people in
        groups == 1
          ? Sentence("\(groups, "group", "groups") (\(people, "person", "people")) moves")
          : Sentence("\(groups, "group", "groups") (\(people, "person", "people")) move")
      },
      weight: .init(member: "people", many: "people") { Sentence("\($0, "person", "people")") },
      tellsWhy: true),
    phrase: { Sentence("\($0[0]) at \($0[1]) from \($0[2])") }, nowhere: "does not train")
}

extension PlanProblem {
  /// What a comparison shows of its plans.
  var compared: ComparedColumns {
    switch self {
    case .dispatch: .dispatch
    case .training: .training
    case .returnees: .returnees
    case .exchange: .exchange
    case .decade: .decade
    }
  }
}
