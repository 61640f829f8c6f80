// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A dataset of the folder `datasets`.
package enum ShippedDataset: String, CaseIterable, Sendable {
  case village
  case call2026 = "call-2026"
  case peak2018 = "peak-2018"
  case tight

  /// The year, made anew; the same on every machine.
  package var year: ProgrammeYear {
    switch self {
    case .village: Village.year
    case .call2026: YearBuilder.built(.call2026).year
    case .peak2018: YearBuilder.built(.peak2018).year
    case .tight: Tight.year
    }
  }

  /// A plan that keeps every hard rule, where the generator knows one.
  package var witness: [Placement]? {
    switch self {
    case .village, .tight: nil
    case .call2026: YearBuilder.built(.call2026).witness
    case .peak2018: YearBuilder.built(.peak2018).witness
    }
  }
}
