// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZlib

/// Packs bytes as zlib does (RFC 1950).
///
/// - Parameter bytes: Any bytes.
/// - Returns: Fewer bytes, as a rule; the same for the same.
/// - Complexity: O(*n*), where *n* is the number of bytes.
package func packed(_ bytes: [UInt8]) -> [UInt8] {
  var count = compressBound(UInt(bytes.count))
  var packed = [UInt8](repeating: 0, count: Int(count))
  let code = unsafe compress2(&packed, &count, bytes, UInt(bytes.count), 6)
  precondition(code == Z_OK, "zlib gives \(code) for \(bytes.count) bytes.")
  return Array(packed[..<Int(count)])
}

/// Unpacks what `packed(_:)` made.
///
/// - Parameters:
///   - packed: The packed bytes.
///   - count: How many bytes there were.
/// - Returns: The bytes; nothing when they are not what was packed.
package func unpacked(_ packed: [UInt8], count: Int) -> [UInt8]? {
  // No byte can stand for more than 1,032, so that a damaged count asks for no memory.
  guard count >= 0, count <= packed.count * 1_032 else { return nil }
  var bytes = [UInt8](repeating: 0, count: max(count, 1))
  var made = UInt(bytes.count)
  guard unsafe uncompress(&bytes, &made, packed, UInt(packed.count)) == Z_OK, made == count
  else { return nil }
  return count == bytes.count ? bytes : Array(bytes[..<count])
}
