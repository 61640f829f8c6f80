// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Wording

/// What is different now, as options say it.
struct ReplanChangesAsked {
  /// Scenario files.
  var files: [String] = []
  /// Applicants, or delegations, that are no longer available.
  var withdrawn: [String] = []
  /// Schools and posts, or sites, where nobody can go.
  var closed: [String] = []
  var closedCountries: [String] = []
  /// Who decided, when (a day) and why; empty where nobody says.
  var who = ""
  var when = ""
  var why = ""

  /// Refuses a name that the year has not, with the nearest one.
  ///
  /// - Throws: `RunError` that names the option.
  func check(
    _ id: String, among names: [String], _ noun: Sentence, option: String
  ) throws(RunError) {
    guard !names.contains(id) else { return }
    let near = NearestName(among: names).nearest(to: id)
    throw RunError(
      .usage,
      "--\(option): this year has no \(noun) \(clippedForDisplay(id))", near: near)
  }

  /// A scenario that says who decided it, when and why.
  func scenario(named name: String, _ patch: [String: CanonicalJSON]) -> Scenario? {
    var members = patch
    members["name"] = .string(name)
    for (key, value) in [("who", who), ("when", when), ("why", why)] where !value.isEmpty {
      members[key] = .string(value)
    }
    return Scenario(.object(members), calledInFaults: name)
  }

  /// The scenarios, if all of them could be read again.
  ///
  /// - Throws: `RunError` for a fault of ours.
  func all(_ made: [Scenario?]) throws(RunError) -> [Scenario] {
    let found = made.compactMap { $0 }
    guard found.count == made.count else {
      throw RunError(.ourFault, "a fault of Musubi: a scenario cannot be read again.")
    }
    return found
  }
}

extension ReplanChangesAsked {
  /// What the options say.
  ///
  /// - Throws: `UsageError` for a date that is none, for something given twice, and for who,
  ///   when or why without anything decided.
  init(_ arguments: Arguments) throws(UsageError) {
    files = arguments.texts("scenario")
    withdrawn = arguments.texts("withdraw")
    closed = arguments.texts("close")
    closedCountries = arguments.texts("close-country")
    who = arguments.text("by") ?? ""
    why = arguments.text("reason") ?? ""
    when = try arguments.day("date").map { "\($0)" } ?? ""
    for (option, names) in [
      ("withdraw", withdrawn), ("close", closed), ("close-country", closedCountries),
    ] {
      var known: Set<String> = []
      for name in names where !known.insert(name).inserted {
        throw UsageError("--\(option) names \(clippedForDisplay(name)) twice")
      }
    }
    let isSaid = !who.isEmpty || !when.isEmpty || !why.isEmpty
    if isSaid, withdrawn.isEmpty, closed.isEmpty, closedCountries.isEmpty {
      throw UsageError(
        """
        --by, --date and --reason are about --withdraw, --close and --close-country; a scenario \
        file says these itself, as who, when and why
        """)
    }
  }
}
