// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
package import Programme

/// Writes a programme year as a folder of files.
///
/// - Parameters:
///   - year: A checked year, its arrays sorted by identifier.
///   - extra: Further files for the folder, such as a `README.md`.
///   - folder: The folder's path.
///   - force: Whether an existing folder may be replaced.
/// - Throws: Why nothing could be written.
package func writeProgrammeYear(
  _ year: ProgrammeYear, files extra: [TextFile] = [], to folder: String, force: Bool = false
) throws(Fault) {
  func failed(_ path: String) -> Fault {
    Fault(file: path, problem: "cannot be written: \(systemMessage(errno))", kind: "unwritable")
  }
  if unsafe mkdir(folder, 0o777) != 0 {
    guard errno == EEXIST, force else { throw failed(folder) }
  }
  for file in programmeFiles(of: year) + extra {
    let path = folder + "/" + file.name
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failed(path) }
    defer { _ = close(descriptor) }
    var rest = file.bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw failed(path) }
      rest = rest.dropFirst(count)
    }
  }
}
