// SPDX-License-Identifier: GPL-3.0-or-later

package import ProgrammeFiles
internal import Wording

/// What a comparison was asked for; parts of one comparison were all asked the same.
package struct ComparisonRequest: Equatable, Sendable {
  /// Something that decides what comes out.
  package enum Setting: String, CaseIterable, Sendable {
    case version, problem, year, dispatch, gap
    case timeLimit = "time_limit"
    case prices, fragility, seed, withdrawals
    case scoreNoise = "score_noise"

    /// What messages call it.
    fileprivate var words: Sentence {
      switch self {
      case .version: "version of Musubi"
      case .problem: "--problem"
      case .year: "files of the year"
      case .dispatch: "dispatch plan"
      case .gap: "--gap"
      case .timeLimit: "--time-limit"
      case .prices: "--prices"
      case .fragility: "--fragility"
      case .seed: "--seed"
      case .withdrawals: "--withdrawals"
      case .scoreNoise: "--score-noise"
      }
    }
  }

  /// A scenario by its name and by the digest of its text.
  struct AskedScenario: Hashable, Sendable {
    var name: String
    var digest: String
  }

  /// What stands for a setting that was left out.
  private static let none = "none"
  /// The settings as texts.
  private var settings: [Setting: String]
  private(set) var scenarios: [AskedScenario]

  /// Says what is asked.
  ///
  /// - Parameters:
  ///   - settings: A text for each setting; one that is left out is `none`.
  ///   - scenarios: In the order asked for.
  package init(_ settings: [Setting: String], scenarios: [Scenario]) {
    self.settings = settings
    for setting in Setting.allCases where settings[setting] == nil {
      self.settings[setting] = Self.none
    }
    self.scenarios = scenarios.map {
      AskedScenario(name: $0.name, digest: SHA256.hexadecimal(of: $0.text))
    }
  }

  /// As parts of a comparison have it.
  var document: CanonicalJSON {
    var members = Dictionary(
      uniqueKeysWithValues: settings.map { ($0.key.rawValue, CanonicalJSON.string($0.value)) })
    members["scenarios"] = .array(
      scenarios.map { ["name": .string($0.name), "digest": .string($0.digest)] })
    return .object(members)
  }

  /// Reads what `document` wrote.
  ///
  /// - Throws: The first thing that is amiss.
  init(_ member: DocumentMember) throws(Fault) {
    settings = [:]
    for setting in Setting.allCases {
      settings[setting] = try member[setting.rawValue].text()
    }
    scenarios = []
    for scenario in try member["scenarios"].members() {
      scenarios.append(
        AskedScenario(name: try scenario["name"].text(), digest: try scenario["digest"].text()))
    }
  }

  /// What a setting says, for a message.
  private func value(of setting: Setting) -> Sentence {
    switch settings[setting] {
    case .some(Self.none): "none"
    case let text: "\(text ?? "")"
    }
  }

  /// How it differs from another request.
  ///
  /// - Parameters:
  ///   - other: The other.
  ///   - name: The part that was asked this.
  ///   - otherName: The part that was asked the other.
  /// - Returns: A sentence for each difference.
  func differences(from other: ComparisonRequest, _ name: String, _ otherName: String)
    -> [String]
  {
    var sentences: [String] = []
    for setting in Setting.allCases where settings[setting] != other.settings[setting] {
      sentences.append(
        setting == .year
          ? localized("\(name) was made from other files of the year than \(otherName).")
          : setting == .dispatch
            ? localized("\(name) was made with another dispatch plan than \(otherName).")
            : localized(
              """
              \(name) was made with \(setting.words) \(value(of: setting)), \(otherName) with \
              \(other.value(of: setting)).
              """))
    }
    guard scenarios != other.scenarios else { return sentences }
    guard scenarios.count == other.scenarios.count else {
      return sentences + [
        localized(
          """
          \(name) was made with \(scenarios.count, "scenario", "scenarios"), \(otherName) with \
          \(grouped(other.scenarios.count)).
          """)
      ]
    }
    let pairs = zip(scenarios, other.scenarios)
    for (index, (own, its)) in pairs.enumerated() where own != its {
      let (number, ownName) = (grouped(index + 1), clippedForDisplay(own.name))
      sentences.append(
        own.name == its.name
          ? localized(
            """
            Scenario \(number) is \(ownName) in \(name) and in \(otherName), but says something \
            else there.
            """)
          : localized(
            """
            Scenario \(number) is \(ownName) in \(name) and \(clippedForDisplay(its.name)) in \
            \(otherName).
            """))
      break
    }
    return sentences
  }
}
