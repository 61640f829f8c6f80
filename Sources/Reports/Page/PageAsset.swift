// SPDX-License-Identifier: GPL-3.0-or-later

internal import CReportAssets

/// A file that pages are made of; all are part of the program.
///
/// `scripts/vendor-report-assets` says where the libraries and the map come from.
enum PageAsset: String, CaseIterable {
  case jquery = "jquery.min.js"
  case dataTables = "jquery.dataTables.min.js"
  case d3 = "d3.min.js"
  case countries = "countries.json"
  case jqueryLicence = "libjs-jquery.copyright"
  case dataTablesLicence = "libjs-jquery-datatables.copyright"
  case d3Licence = "node-d3.copyright"
  case page = "page.html"
  case style = "style.css"
  case words = "words.json"
  case wordsScript = "words.js"
  case chartsScript = "charts.js"
  case mapScript = "map.js"
  case tablesScript = "tables.js"
  case detailsScript = "details.js"
  case stagesScript = "stages.js"
  case sectionsScript = "sections.js"

  /// Scripts that others wrote, with their licences.
  static let libraries: [(script: PageAsset, licence: PageAsset)] = [
    (.jquery, .jqueryLicence), (.dataTables, .dataTablesLicence), (.d3, .d3Licence),
  ]

  /// Musubi's own scripts, in the order in which they run.
  static let ownScripts: [PageAsset] = [
    .wordsScript, .chartsScript, .mapScript, .tablesScript, .detailsScript, .stagesScript,
    .sectionsScript,
  ]

  /// The scripts of a page, in the order in which they run.
  static var scripts: [PageAsset] { libraries.map(\.script) + ownScripts }

  /// The file's bytes.
  var bytes: [UInt8] {
    for position in 0..<creport_asset_count() {
      let asset = unsafe creport_asset_at(position)
      guard unsafe String(cString: asset.name) == rawValue else { continue }
      return unsafe Array(UnsafeBufferPointer(start: asset.bytes, count: asset.size))
    }
    preconditionFailure("\(rawValue) is not part of the program.")
  }

  /// The file's text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
