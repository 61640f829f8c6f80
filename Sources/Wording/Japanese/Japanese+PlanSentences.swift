// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// What plans say of placements, wishes and decisions.
  static let planSentences: [(english: String, japanese: String)] = [
    ("pinned", "固定"),
    ("announced", "通知済み"),
    ("preferred", "優先指定"),
    ("breaks {1}", "{1}に違反"),
    ("few companions", "近くの同期が少ない"),
    ("measured", "測定済み"),
    ("no plan without it", "これがないと計画が成り立たない"),
    ("others rest on it", "ほかの判断の前提"),
    ("{1} must not be placed at {2} in {3}", "{1}を{3}で{2}に配置しない"),
    ("{1} must not be placed at {2}", "{1}を{2}に配置しない"),
    ("{1} must not be placed anywhere in {2}", "{1}を{2}で配置しない"),
    ("{1} must not be placed anywhere", "{1}を配置しない"),
    ("{1} is preferred at {2} in {3}", "{1}の{3}での{2}への配置を優先"),
    ("{1} is preferred at {2}", "{1}の{2}への配置を優先"),
    ("{1} is preferred somewhere in {2}", "{1}の{2}での配置を優先"),
    ("{1} is preferred somewhere", "{1}の配置を優先"),
    ("{1} has to be placed at {2} in {3}", "{1}を{3}で{2}に必ず配置"),
    ("{1} has to be placed at {2}", "{1}を{2}に必ず配置"),
    ("{1} has to be placed somewhere in {2}", "{1}を{2}で必ず配置"),
    ("{1} has to be placed somewhere", "{1}を必ず配置"),
    (
      "{1} would rather be at {2} in {3} than at {4}, and the post would rather have {5} than {6}.",
      "{1}は{4}より{3}の{2}を望み、派遣先も{6}より{5}を望んでいます。"
    ),
    (
      "{1} would rather be at {2} in {3} than at {4}, and there is a seat free.",
      "{1}は{4}より{3}の{2}を望み、派遣先には空きがあります。"
    ),
    (
      "{1} would rather be at {2} in {3} than not placed, and the post would rather have {4} than {5}.",
      "{1}は配置がなく{3}の{2}を望み、派遣先も{5}より{4}を望んでいます。"
    ),
    (
      "{1} would rather be at {2} in {3} than not placed, and there is a seat free.",
      "{1}は配置がなく{3}の{2}を望み、派遣先には空きがあります。"
    ),
  ]
}
