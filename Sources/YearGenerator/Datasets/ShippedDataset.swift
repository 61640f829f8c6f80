// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
package import ProgrammeFiles

/// A dataset of the folder `datasets`.
package enum ShippedDataset: String, CaseIterable, Sendable {
  case village
  case call2026 = "call-2026"
  case peak2018 = "peak-2018"
  case tight
  case training2018 = "training-2018"

  /// The year, made anew; the same on every machine.
  package var year: ProgrammeYear {
    switch self {
    case .village: Village.year
    case .call2026: Self.withTenYears(YearBuilder.built(.call2026).year)
    case .peak2018: YearBuilder.built(.peak2018).year
    case .tight: Tight.year
    case .training2018: Training2018.year
    }
  }

  private static func withTenYears(_ year: ProgrammeYear) -> ProgrammeYear {
    var year = year
    year.decade = TenYears.decade(for: year.countries)
    return year
  }

  /// A plan that keeps every hard rule, where the generator knows one.
  package var witness: [Placement]? {
    switch self {
    case .village, .tight, .training2018: nil
    case .call2026: YearBuilder.built(.call2026).witness
    case .peak2018: YearBuilder.built(.peak2018).witness
    }
  }

  /// Files of the folder that no command reads.
  package var extraFiles: [TextFile] {
    switch self {
    case .village, .call2026, .peak2018, .tight: []
    case .training2018: [Training2018.publishedFile]
    }
  }

  /// The sessions in which delegations are known to have come, where a year has
  /// some.
  package var publishedSessions: [(delegation: Int, session: TrainingSession)] {
    self == .training2018 ? Training2018.published : []
  }
}
