// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

@testable import ProgrammeFiles

/// A generator that gives the same numbers for the same seed.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A folder of its own for one test, deleted with all it holds.
struct ScratchFolder: ~Copyable {
  let path: String

  init() throws {
    var template = Array("/tmp/musubi-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw ScratchFailure() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { removeTree(path) }

  /// Writes a file without any of the care that is under test.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    guard let handle = unsafe fopen(file, "wb") else { throw ScratchFailure() }
    defer { unsafe fclose(handle) }
    guard unsafe fwrite(bytes, 1, bytes.count, handle) == bytes.count else {
      throw ScratchFailure()
    }
    return file
  }

  /// Writes a file that is one long line.
  func writeLine(ofMebibytes count: Int, to name: String) throws -> String {
    let file = path + "/" + name
    guard let handle = unsafe fopen(file, "wb") else { throw ScratchFailure() }
    defer { unsafe fclose(handle) }
    let block = [UInt8](repeating: 0x61, count: 1 << 20)
    for _ in 0..<count { unsafe fwrite(block, 1, block.count, handle) }
    return file
  }

  /// The names in the folder or one below, sorted.
  func names(in subfolder: String = "") -> [String] {
    namesInFolder(path + "/" + subfolder)
  }
}

struct ScratchFailure: Error {}

/// The names in a folder, sorted; empty if it cannot be read.
func namesInFolder(_ path: String) -> [String] {
  guard let folder = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
      unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Deletes a file or a folder with all it holds.
func removeTree(_ path: String) {
  for name in namesInFolder(path) { removeTree(path + "/" + name) }
  unsafe remove(path)
}

/// The most memory this process ever held, in KiB.
///
/// `getrusage` also counts what the process that began this one held before.
func mostMemoryUsed() -> Int {
  let status = contents("/proc/self/status") ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    .flatMap { Int($0) } ?? 0
}

/// What a file holds, or `nil`.
func contents(_ path: String) -> String? {
  var faults = FaultList()
  return readBytes(at: path, named: path, faults: &faults).map {
    String(decoding: $0, as: UTF8.self)
  }
}

/// Reads a table from bytes.
func table(_ bytes: [UInt8], limits: TextLimits = .table) -> (table: CSVTable?, faults: FaultList) {
  var faults = FaultList()
  guard let text = decodeText(bytes, named: "t.csv", limits: limits, faults: &faults)
  else { return (nil, faults) }
  return (parseCSV(text, limits: limits, faults: &faults), faults)
}

/// Reads a table from a string.
func table(_ text: String) -> (table: CSVTable?, faults: FaultList) {
  table(Array(text.utf8))
}

extension CSVTable {
  /// All cells.
  var rows: [[String]] {
    (0..<rowCount).map { row in header.indices.map { cell(row: row, column: $0) } }
  }
}

/// The flags that make a new file.
let openForCreation = O_WRONLY | O_CREAT | O_EXCL

/// Makes a symbolic link.
func makeLink(to target: String, at path: String) throws {
  guard unsafe symlink(target, path) == 0 else { throw ScratchFailure() }
}

/// Lets writing fail beyond a size, as on a full disk.
func limitFileSizes(to bytes: UInt) {
  _ = signal(SIGXFSZ, SIG_IGN)
  var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
  unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}

/// Ends this process without a chance to tidy up.
func killThisProcess() {
  raise(SIGKILL)
}
