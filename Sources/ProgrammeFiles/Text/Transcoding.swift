// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// What came of turning bytes into UTF-8.
enum Transcoding: Equatable {
  /// All of it, as UTF-8.
  case converted([UInt8])
  /// The bytes from this offset on are no text in that encoding.
  case malformed(offset: Int)
  /// This system's C library does not know the encoding.
  case unavailable
}

/// Turns bytes of another encoding into UTF-8 with the C library's tables.
///
/// - Parameters:
///   - bytes: The text.
///   - encoding: The encoding's name, such as `CP932`.
///   - start: Where the text begins, behind a byte order mark.
/// - Returns: The text as UTF-8, or why not.
func transcode(_ bytes: [UInt8], from encoding: String, startingAt start: Int = 0) -> Transcoding {
  let descriptor = unsafe iconv_open("UTF-8", encoding)
  // Failure is (iconv_t) -1, success any other pointer.
  guard let descriptor = unsafe descriptor, Int(bitPattern: descriptor) != -1 else {
    return .unavailable
  }
  defer { _ = unsafe iconv_close(descriptor) }
  var converted: [UInt8] = []
  converted.reserveCapacity(bytes.count + bytes.count / 2)
  var piece = [CChar](repeating: 0, count: 1 << 16)
  return unsafe bytes.withUnsafeBytes { input -> Transcoding in
    var source = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)?
      .advanced(by: start).assumingMemoryBound(to: CChar.self)
    var sourceLeft = input.count - start
    while sourceLeft > 0 {
      let (result, problem, written) = unsafe piece.withUnsafeMutableBufferPointer { output in
        var target = output.baseAddress
        var targetLeft = output.count
        let result = unsafe iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
        return (result, errno, output.count - targetLeft)
      }
      for index in 0..<written { converted.append(UInt8(bitPattern: piece[index])) }
      // Every encoding asked for here is stateless: no shift sequence is owed.
      if result == -1, problem != E2BIG {
        return .malformed(offset: input.count - sourceLeft)
      }
    }
    return .converted(converted)
  }
}
