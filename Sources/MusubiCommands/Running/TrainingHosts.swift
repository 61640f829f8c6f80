// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles

/// Where it stands who leaves with each cohort and who hosts.
struct TrainingHosts: Sendable {
  /// The folder of a dispatch plan; none where the cohorts' places stand in.
  let dispatch: String?

  /// What that means for a year; nothing where the dispatch plan does not fit it.
  func facts(in year: ProgrammeYear) -> HostingFacts? {
    guard let dispatch else { return standInHosting(for: year) }
    return readPlacements(at: dispatch, for: year).placements.map {
      hostingFacts(of: $0, in: year)
    }
  }
}
