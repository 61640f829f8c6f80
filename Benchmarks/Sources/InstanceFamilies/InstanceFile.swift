// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation

/// Raw instance files that every peer reads without parsing text: 64-bit
/// little-endian numbers, one after another.
public enum InstanceFile {
  /// Writes arrays of whole or floating numbers, one after another.
  ///
  /// - Parameters:
  ///   - parts: The arrays, as bytes (`bytes(of:)`).
  ///   - url: Where to; an existing file is replaced.
  /// - Throws: What the file system says.
  public static func write(_ parts: [Data], to url: URL) throws {
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    for part in parts { try handle.write(contentsOf: part) }
    try handle.close()
  }

  /// The bytes of an array of trivial numbers.
  public static func bytes<Number: BitwiseCopyable>(of numbers: [Number]) -> Data {
    unsafe numbers.withUnsafeBytes { unsafe Data($0) }
  }

  /// Numbers that stand in a file's bytes.
  ///
  /// - Parameters:
  ///   - type: The type of the numbers.
  ///   - data: The file.
  ///   - offset: The first byte; moved behind what was read.
  ///   - count: How many numbers.
  /// - Returns: The numbers in their order.
  /// - Precondition: The bytes are there.
  public static func numbers<Number: BitwiseCopyable>(
    _ type: Number.Type, in data: Data, from offset: inout Int, count: Int
  ) -> [Number] {
    let size = count * MemoryLayout<Number>.stride
    precondition(offset + size <= data.count, "The file ends at \(data.count).")
    defer { offset += size }
    return unsafe [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe UnsafeMutableRawBufferPointer(buffer).copyBytes(
        from: data[data.startIndex + offset..<data.startIndex + offset + size])
      initialized = count
    }
  }
}
