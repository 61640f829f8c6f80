// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme
internal import Wording
internal import Workbooks

/// A table of a plan's folder, as a sheet explains it.
struct PlanTable: Sendable {
  /// The file's name in the plan's folder.
  var file: String
  /// What it is, a sentence without its full stop.
  var meaning: Sentence
  var columns: [ExplainedColumn]
  /// Explains columns whose names depend on the year's goals.
  private var further: @Sendable (String) -> ExplainedColumn?

  init(
    _ file: String, says meaning: Sentence, _ columns: [ExplainedColumn],
    further: @escaping @Sendable (String) -> ExplainedColumn? = { _ in nil }
  ) {
    self.file = file
    self.meaning = meaning
    self.columns = columns
    self.further = further
  }

  /// The sheet's name.
  var title: String { String(file.prefix { $0 != "." }) }

  /// The column of a name; text where nothing is said of it.
  func column(_ name: String) -> ExplainedColumn {
    columns.first { $0.title == name } ?? further(name) ?? ExplainedColumn(name)
  }

  /// All tables of plans, whatever is planned.
  static let all = dispatch + training + returnees + exchange + decade + replanning
}

/// The goal that a column of losses is about.
private func goalLost(_ column: String) -> String? {
  guard column.hasPrefix("lost_") else { return nil }
  return String(column.dropFirst(5).replacing("_", with: "-"))
}

extension PlanTable {
  /// Tables of dispatches.
  static let dispatch = [
    PlanTable(
      "placements.csv", says: "Who goes where",
      [
        words("applicant", says: "The applicant's identifier"),
        words("name", says: "The applicant's name"),
        words("kana", says: "How the name is read"),
        words("cohort", says: "The cohort that they leave with"),
        words("country", says: "The country's code"), words("post", says: "The post"),
        words("schools", says: "The post's schools, the base first"),
        words("base", says: "The school at which they live"),
        words("area", says: "The base's area"),
        words("city", says: "The base's city"),
        numbers("points", says: "What the placement brings by all criteria", colouring: .scale),
      ]
        + Criterion.allCases.map {
          numbers(
            $0.rawValue, says: "Points of the criterion \($0.rawValue), 0 to 100, before weights")
        }
        + [
          words("guarded", says: "Whether the partner is to have others near by (rule companions)"),
          numbers("companions", says: "Partners of the same cohort near by"),
          ExplainedColumn(
            "note", says: "What else to know: pinned, announced, or which soft rule is broken",
            colouring: .warning(of: "breaks")),
        ]),
    PlanTable(
      "unplaced.csv", says: "Who has no placement, and why",
      [
        words("applicant", says: "The applicant's identifier"),
        words("name", says: "The applicant's name"),
        words("reason", says: "What stands in the way, in a word"),
        words("rules", says: "Rules that keep them from places, and from how many"),
        words("sentence", says: "Why, in a sentence"),
      ]),
    PlanTable(
      "empty-posts.csv", says: "Which schools host nobody, and why",
      [
        words("school", says: "The school's identifier"), words("name", says: "The school's name"),
        words("country", says: "The country's code"), words("area", says: "The school's area"),
        words("city", says: "The school's city"),
        numbers("priority", says: "How much the school counts"),
        words("reason", says: "What stands in the way, in a word"),
        numbers("eligible", says: "Applicants who may go there"),
        numbers("eligible_unplaced", says: "Those of them without a placement"),
        words("rules", says: "Rules that keep applicants away, and how many"),
        words("sentence", says: "Why, in a sentence"),
      ]),
    PlanTable(
      "blocking-pairs.csv", says: "Who would rather be elsewhere, where they would be liked better",
      [
        words("applicant", says: "The applicant's identifier"),
        words("placed_at", says: "Where they are placed; empty when nowhere"),
        words("post", says: "The post that they would rather have"),
        words("cohort", says: "Its cohort"),
        words("instead_of", says: "Who would have to give way"),
        words("sentence", says: "All in a sentence"),
        words("japan", says: "The school in Japan"),
        words("japan_partners", says: "The partners it has"),
        words("abroad", says: "The school abroad"),
        words("abroad_partners", says: "The partners it has"),
      ]),
    PlanTable(
      "reserves.csv", says: "Who steps in when a partner withdraws",
      [
        words("post", says: "The partner's post"), words("cohort", says: "The partner's cohort"),
        words("partner", says: "Who might withdraw"),
        numbers("rank", says: "1 for who steps in best"),
        words("applicant", says: "Who would step in"),
      ]
    ) { column in
      goalLost(column).map {
        numbers(
          column, says: "How much worse the goal \($0) is with this person in the partner's place")
      }
    },
  ]

  /// Tables of plans made anew.
  static let replanning = [
    PlanTable(
      "changes.csv", says: "Who moves, and why",
      [
        words("applicant", says: "The applicant's identifier"),
        words("group", says: "The delegation or cohort"),
        words("kind_of_group", says: "Delegation or cohort"),
        words("kind", says: "Withdrawn, moved, dropped, a reserve who steps in, joined or planned"),
        numbers("people", says: "People of the group"),
        words("from_post", says: "The post before"),
        words("from_cohort", says: "The cohort before"),
        words("to_post", says: "The post now"), words("to_cohort", says: "The cohort now"),
        words("from_course", says: "The course before"),
        words("from_site", says: "The house before"),
        days("from_start", says: "The first day before"),
        words("to_course", says: "The course now"),
        words("to_site", says: "The house now"), days("to_start", says: "The first day now"),
        words("follows", says: "Whose change this one follows from"),
        words("rules", says: "Rules that staying would break"),
        words("obstacle", says: "What staying would break, in a sentence"),
        words("reserve_of", says: "Whose reserve the person was"),
        numbers("reserve_rank", says: "Which of the reserves, 1 for the first"),
      ]),
    PlanTable(
      "curve.csv", says: "What more changes would gain",
      [
        numbers("changes", says: "At most so many changes"),
        numbers("dropped", says: "People who lose their place"),
      ]
    ) { numbers($0, says: "The value of the goal \($0) in the best such plan") },
    PlanTable(
      "decisions.csv", says: "Who decided what, and what it costs",
      [
        words("decision", says: "Pin, exclusion, preference or scenario"),
        words("what", says: "What was decided"), words("who", says: "Who decided"),
        words("when", says: "When, as they say"), words("why", says: "Why, as they say"),
        words("source", says: "The file in which it stands"),
        words("effect", says: "Whether its cost was measured, and if not, why"),
      ]
    ) { column in
      goalLost(column).map {
        numbers(column, says: "How much worse the goal \($0) is because of the decision")
      }
    },
  ]
}
