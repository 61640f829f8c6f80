// SPDX-License-Identifier: GPL-3.0-or-later

extension ComparedColumns {
  static let exchange = ComparedColumns(
    figuresBefore: [
      Figure(heading: "Schools", column: "schools", member: "schools", isOfYear: true),
      Figure(heading: "Partnered", column: "partnered", member: "partnered"),
      Figure(heading: "Pairs", column: "partnerships", member: "partnerships"),
    ],
    figuresBehind: [Figure(heading: "Visits", column: "visits", member: "visits")],
    kinds: ["school"], place: ["partners"],
    movers: Movers(one: "school", many: "schools", does: "changes", severalDo: "change"),
    phrase: { $0[0].split(separator: ";").joined(separator: ", ") }, nowhere: "no partner")
}
