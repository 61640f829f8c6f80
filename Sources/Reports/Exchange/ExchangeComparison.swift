// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

extension ComparedColumns {
  static let exchange = ComparedColumns(
    figuresBefore: [
      Figure(heading: "Schools", column: "schools", member: "schools", isOfYear: true),
      Figure(heading: "Partnered", column: "partnered", member: "partnered"),
      Figure(heading: "Pairs", column: "partnerships", member: "partnerships"),
    ],
    figuresBehind: [Figure(heading: "Visits", column: "visits", member: "visits")],
    kinds: ["school"], place: ["partners"],
    movers: Movers(many: "schools") { schools, _ in
      Sentence("\(schools, "school changes", "schools change")")
    }, phrase: { "\(Listing($0[0].split(separator: ";").map(String.init), .plain))" },
    nowhere: "no partner")
}
