// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// The folder of a stage's plan, as it is on disk.
struct StageFolder {
  enum State {
    /// There is none, or it lacks files that it had.
    case missing
    /// It is as a run wrote it.
    case written(StageRecord)
    /// Something in it, named here, is not as a run wrote it.
    case edited(file: String)
    /// It holds something that no run of `plan` wrote.
    case foreign
  }

  let path: String

  /// How the folder stands.
  var state: State {
    guard let names = namesOfFiles(in: path), !names.isEmpty else { return .missing }
    guard let record = StageRecord(at: path) else { return .foreign }
    for name in names where name != StageRecord.name {
      guard let written = record.files[name], digest(of: name) == written else {
        return .edited(file: name)
      }
    }
    return record.files.keys.allSatisfy(names.contains) ? .written(record) : .missing
  }

  private func digest(of name: String) -> String? {
    file(name).map { SHA256.hexadecimal(of: $0.bytes) }
  }

  private func file(_ name: String) -> TextFile? {
    var faults = FaultList()
    return readBytes(at: "\(path)/\(name)", named: name, faults: &faults).map {
      TextFile(name: name, bytes: $0)
    }
  }

  /// What the folder holds, in the order of names.
  var files: [TextFile] { (namesOfFiles(in: path) ?? []).compactMap { file($0) } }

  /// Writes a plan and its record in place of what is there.
  ///
  /// - Throws: `RunError` when that cannot be.
  func write(_ files: [TextFile], _ record: StageRecord) throws(RunError) {
    try OutputFolder(path, holds: .plan, isForced: true).write(files + [record.file])
  }

  /// Lets a plan be of the year's files as they are now, of which its stage reads nothing
  /// that has changed.
  ///
  /// - Parameters:
  ///   - record: The plan's record.
  ///   - older: The digest of the year's files that its documents name.
  ///   - newer: The digest that they should name.
  /// - Throws: `RunError` when that cannot be written.
  func adopt(
    _ record: StageRecord, from older: String, to newer: String
  ) throws(RunError) {
    guard older != newer else { return }
    var files: [TextFile] = []
    for name in record.files.keys.sorted() {
      guard let file = file(name) else {
        throw RunError(
          .cannotWrite, "\(clippedForDisplay("\(path)/\(name)")) cannot be read.")
      }
      let text =
        name.hasSuffix(".json")
        ? Array(String(decoding: file.bytes, as: UTF8.self).replacing(older, with: newer).utf8)
        : file.bytes
      files.append(TextFile(name: name, bytes: text))
    }
    try write(
      files,
      StageRecord(
        stage: record.stage, inputs: record.inputs, isFinished: record.isFinished,
        result: record.result, files: files))
  }
}

/// The names in a folder, sorted; nothing when there is no such folder.
func namesOfFiles(in folder: String) -> [String]? {
  guard let stream = unsafe opendir(folder) else { return nil }
  defer { unsafe _ = closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}
