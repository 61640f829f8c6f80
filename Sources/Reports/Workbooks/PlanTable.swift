// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme
internal import Workbooks

/// A table of a plan's folder, as a sheet explains it.
struct PlanTable: Sendable {
  /// The file's name in the plan's folder.
  var file: String
  /// What it is, a sentence without its full stop.
  var meaning: String
  var columns: [WorkbookColumn]
  /// Explains columns whose names depend on the year's goals.
  private var further: @Sendable (String) -> WorkbookColumn?

  init(
    _ file: String, _ meaning: String, _ columns: [WorkbookColumn],
    further: @escaping @Sendable (String) -> WorkbookColumn? = { _ in nil }
  ) {
    self.file = file
    self.meaning = meaning
    self.columns = columns
    self.further = further
  }

  /// The sheet's name.
  var title: String { String(file.prefix { $0 != "." }) }

  /// The column of a name; text where nothing is said of it.
  func column(_ name: String) -> WorkbookColumn {
    columns.first { $0.title == name } ?? further(name) ?? WorkbookColumn(name)
  }

  /// All tables of plans, whatever is planned.
  static let all = dispatch + training + returnees + exchange + decade + replanning
}

/// A column of text.
func words(_ name: String, _ meaning: String) -> WorkbookColumn {
  WorkbookColumn(name, note: meaning + ".")
}

/// A column of numbers.
func numbers(
  _ name: String, _ meaning: String, colouring: WorkbookColumn.Colouring? = nil
) -> WorkbookColumn {
  WorkbookColumn(name, .number(isGrouped: true), note: meaning + ".", colouring: colouring)
}

/// A column of days.
func days(_ name: String, _ meaning: String) -> WorkbookColumn {
  WorkbookColumn(name, .day, note: meaning + ".")
}

/// A column that says how much worse a goal is.
private func loss(_ name: String, _ when: String) -> WorkbookColumn? {
  guard name.hasPrefix("lost_") else { return nil }
  let goal = name.dropFirst(5).replacing("_", with: "-")
  return numbers(name, "How much worse the goal \(goal) is \(when)")
}

extension PlanTable {
  /// Tables of dispatches.
  static let dispatch = [
    PlanTable(
      "placements.csv", "Who goes where",
      [
        words("applicant", "The applicant's identifier"), words("name", "The applicant's name"),
        words("kana", "How the name is read"), words("cohort", "The cohort that they leave with"),
        words("country", "The country's code"), words("post", "The post"),
        words("schools", "The post's schools, the base first"),
        words("base", "The school at which they live"), words("area", "The base's area"),
        words("city", "The base's city"),
        numbers("points", "What the placement brings by all criteria", colouring: .scale),
      ]
        + Criterion.allCases.map {
          numbers($0.rawValue, "Points of the criterion \($0.rawValue), 0 to 100, before weights")
        }
        + [
          words("guarded", "Whether the partner is to have others near by (rule companions)"),
          numbers("companions", "Partners of the same cohort near by"),
          WorkbookColumn(
            "note", note: "What else to know: pinned, announced, or which soft rule is broken.",
            colouring: .warning(of: "breaks")),
        ]),
    PlanTable(
      "unplaced.csv", "Who has no placement, and why",
      [
        words("applicant", "The applicant's identifier"), words("name", "The applicant's name"),
        words("reason", "What stands in the way, in a word"),
        words("rules", "Rules that keep them from places, and from how many"),
        words("sentence", "Why, in a sentence"),
      ]),
    PlanTable(
      "empty-posts.csv", "Which schools host nobody, and why",
      [
        words("school", "The school's identifier"), words("name", "The school's name"),
        words("country", "The country's code"), words("area", "The school's area"),
        words("city", "The school's city"), numbers("priority", "How much the school counts"),
        words("reason", "What stands in the way, in a word"),
        numbers("eligible", "Applicants who may go there"),
        numbers("eligible_unplaced", "Those of them without a placement"),
        words("rules", "Rules that keep applicants away, and how many"),
        words("sentence", "Why, in a sentence"),
      ]),
    PlanTable(
      "blocking-pairs.csv", "Who would rather be elsewhere, where they would be liked better",
      [
        words("applicant", "The applicant's identifier"),
        words("placed_at", "Where they are placed; empty when nowhere"),
        words("post", "The post that they would rather have"), words("cohort", "Its cohort"),
        words("instead_of", "Who would have to give way"), words("sentence", "All in a sentence"),
        words("japan", "The school in Japan"), words("japan_partners", "The partners it has"),
        words("abroad", "The school abroad"), words("abroad_partners", "The partners it has"),
      ]),
    PlanTable(
      "reserves.csv", "Who steps in when a partner withdraws",
      [
        words("post", "The partner's post"), words("cohort", "The partner's cohort"),
        words("partner", "Who might withdraw"), numbers("rank", "1 for who steps in best"),
        words("applicant", "Who would step in"),
      ]
    ) { loss($0, "with this person in the partner's place") },
  ]

  /// Tables of plans made anew.
  static let replanning = [
    PlanTable(
      "changes.csv", "Who moves, and why",
      [
        words("applicant", "The applicant's identifier"),
        words("group", "The delegation or cohort"),
        words("kind_of_group", "Delegation or cohort"),
        words("kind", "Withdrawn, moved, dropped, a reserve who steps in, joined or planned"),
        numbers("people", "People of the group"),
        words("from_post", "The post before"), words("from_cohort", "The cohort before"),
        words("to_post", "The post now"), words("to_cohort", "The cohort now"),
        words("from_course", "The course before"), words("from_site", "The house before"),
        days("from_start", "The first day before"), words("to_course", "The course now"),
        words("to_site", "The house now"), days("to_start", "The first day now"),
        words("follows", "Whose change this one follows from"),
        words("rules", "Rules that staying would break"),
        words("obstacle", "What staying would break, in a sentence"),
        words("reserve_of", "Whose reserve the person was"),
        numbers("reserve_rank", "Which of the reserves, 1 for the first"),
      ]),
    PlanTable(
      "curve.csv", "What more changes would gain",
      [
        numbers("changes", "At most so many changes"),
        numbers("dropped", "People who lose their place"),
      ]
    ) { numbers($0, "The value of the goal \($0) in the best such plan") },
    PlanTable(
      "decisions.csv", "Who decided what, and what it costs",
      [
        words("decision", "Pin, exclusion, preference or scenario"),
        words("what", "What was decided"), words("who", "Who decided"),
        words("when", "When, as they say"), words("why", "Why, as they say"),
        words("source", "The file in which it stands"),
        words("effect", "Whether its cost was measured, and if not, why"),
      ]
    ) { loss($0, "because of the decision") },
  ]
}
