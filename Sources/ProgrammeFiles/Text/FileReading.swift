// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Wording

/// Reads a whole file into memory.
///
/// - Parameters:
///   - path: Where the file lies.
///   - file: Its name in faults.
///   - limit: The most bytes it may have.
///   - faults: Where a missing, unreadable or overlong file is reported.
/// - Returns: The bytes, or `nil` after a fault.
/// - Complexity: Never holds more than the limit and one block of 1 MiB.
package func readBytes(
  at path: String, named file: String, limit: Int = TextLimits.table.fileBytes,
  faults: inout FaultList
) -> [UInt8]? {
  do throws(Fault) {
    return try bytes(at: path, named: file, limit: limit)
  } catch {
    faults.report(error)
    return nil
  }
}

private func bytes(at path: String, named file: String, limit: Int) throws(Fault) -> [UInt8] {
  guard !path.utf8.contains(0) else {
    throw unreadable(file, "no file can bear a name with a NUL character in it")
  }
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw fault(forFailure: errno, file: file) }
  defer { _ = close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw fault(forFailure: errno, file: file) }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw fault(forFailure: EISDIR, file: file) }
  let announced = Int(status.st_size)
  guard announced <= limit else { throw overlong(file, limit: limit, found: announced) }

  var bytes: [UInt8] = []
  bytes.reserveCapacity(announced)
  var block = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = unsafe block.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0 {
      let problem = errno
      if problem == EINTR { continue }
      throw fault(forFailure: problem, file: file)
    }
    if count == 0 { return bytes }
    // A pipe, or a file that grows while it is read.
    guard bytes.count + count <= limit else { throw overlong(file, limit: limit, found: nil) }
    bytes.append(contentsOf: block[0..<count])
  }
}

private func unreadable(_ file: String, _ reason: Sentence) -> Fault {
  Fault(file: file, problem: "the file cannot be read: \(reason)", kind: "unreadable")
}

private func fault(forFailure code: Int32, file: String) -> Fault {
  switch code {
  case ENOENT, ENOTDIR:
    Fault(file: file, problem: "the file is missing", kind: "missing")
  case EISDIR:
    Fault(file: file, problem: "this is a folder", expected: "a file", kind: "folder")
  default:
    unreadable(file, "\(SystemError(code, isInSentence: true))")
  }
}

private func overlong(_ file: String, limit: Int, found: Int?) -> Fault {
  Fault(
    file: file,
    problem: found.map { "the file has \($0, "byte", "bytes")" } ?? "the file does not end",
    expected: "at most \(byteCountForDisplay(limit))", kind: "overlong file")
}
