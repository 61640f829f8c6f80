// SPDX-License-Identifier: GPL-3.0-or-later
internal import CNettle

/// A SHA-256 digest that grows with the data given to it (FIPS 180-4).
///
/// The computation is Nettle's.
package struct SHA256 {
  private var context = sha256_ctx()

  /// Starts with no data.
  package init() {
    unsafe nettle_sha256_init(&context)
  }

  /// Adds data.
  ///
  /// - Parameter bytes: What comes next.
  package mutating func update(_ bytes: [UInt8]) {
    unsafe nettle_sha256_update(&context, bytes.count, bytes)
  }

  private var digest: [UInt8] {
    var copy = context
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe nettle_sha256_digest(&copy, digest.count, &digest)
    return digest
  }

  /// The digest of all data so far, as 64 hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The digest of one piece of data, as 64 hexadecimal digits.
  ///
  /// - Parameter bytes: The data.
  /// - Returns: The digest.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal
  }

  /// The digest of one piece of data in base64, as pages name the scripts that may run.
  ///
  /// - Parameter bytes: The data.
  /// - Returns: The digest, 44 characters.
  package static func base64(of bytes: [UInt8]) -> String {
    var whole = SHA256()
    whole.update(bytes)
    let digest = whole.digest
    // Each three bytes, the last ones filled up, become four characters.
    var text = [CChar](repeating: 0, count: (digest.count + 2) / 3 * 4)
    unsafe nettle_base64_encode_raw(&text, digest.count, digest)
    return String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
