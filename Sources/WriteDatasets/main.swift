// SPDX-License-Identifier: GPL-3.0-or-later

// Writes the folders of `datasets` anew: `swift run WriteDatasets datasets`.

import ProgrammeFiles
import YearGenerator

let folder = CommandLine.arguments.dropFirst().first ?? "datasets"
for dataset in ShippedDataset.allCases {
  try writeProgrammeYear(
    dataset.year, files: dataset.extraFiles, to: "\(folder)/\(dataset.rawValue)", force: true)
}
