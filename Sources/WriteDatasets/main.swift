// SPDX-License-Identifier: GPL-3.0-or-later

// Writes the folders of `datasets` anew: `swift run WriteDatasets datasets`. The folder that
// they stand in is made if there is none.

import Glibc
import ProgrammeFiles
import YearGenerator

/// Ends the program with what went wrong.
func fail(_ message: String) -> Never {
  print("WriteDatasets: \(message)")
  exit(73)
}

let folder = CommandLine.arguments.dropFirst().first ?? "datasets"
guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else {
  fail("\(folder) cannot be made: \(unsafe String(cString: strerror(errno))).")
}
for dataset in ShippedDataset.allCases {
  let path = "\(folder)/\(dataset.rawValue)"
  do {
    try writeProgrammeYear(dataset.year, files: dataset.extraFiles, to: path, force: true)
  } catch {
    fail("\(path) was not written: \(error)")
  }
}
