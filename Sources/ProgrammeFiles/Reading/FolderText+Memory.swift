// SPDX-License-Identifier: GPL-3.0-or-later

extension FolderText {
  /// Gathers files that are in no folder.
  ///
  /// - Parameters:
  ///   - files: The files, each name once.
  ///   - faults: Where everything amiss is reported.
  init(of files: [TextFile], faults: inout FaultList) {
    func text(_ name: String, _ limits: TextLimits, _ faults: inout FaultList) -> DecodedText? {
      files.first { $0.name == name }.flatMap {
        decodeText($0.bytes, named: name, limits: limits, faults: &faults)
      }
    }
    self.init(
      files.map(\.name).sorted(), as: .files, faults: &faults,
      settings: { (faults) in text(Self.settingsFile, .document, &faults) },
      table: { (file, faults) in
        text(file, .table, &faults).map { ($0, parseCSV($0, faults: &faults)) }
      })
  }
}
