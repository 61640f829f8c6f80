// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Programme
internal import ProgrammeFiles

/// A folder that a year was written to, deleted with what it holds.
final class ScratchYear {
  let files: YearFolder
  private let path: String
  private let names: [String]

  init(_ year: ProgrammeYear) throws {
    var template = Array("/tmp/musubi-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw Failure() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    names = programmeFiles(of: year).map(\.name)
    try writeProgrammeYear(year, to: path + "/year")
    files = YearFolder(at: path + "/year")
  }

  deinit {
    for name in names { unsafe unlink(path + "/year/" + name) }
    unsafe rmdir(path + "/year")
    unsafe rmdir(path)
  }

  struct Failure: Error {}
}
