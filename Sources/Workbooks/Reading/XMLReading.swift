// SPDX-License-Identifier: GPL-3.0-or-later

internal import CExpat
internal import Wording

/// What is told of the elements of an XML document while it is read.
///
/// Names come without their prefixes.
class XMLHandler {
  /// What is amiss; set to end the reading.
  var fault: WorkbookFault?

  /// An element begins.
  func start(_ name: String, _ attributes: XMLAttributes) {}
  /// Text inside an element, whole or in part.
  func text(_ bytes: Span<UInt8>) {}
  /// An element ends.
  func end(_ name: String) {}
}

/// The attributes of an element.
///
/// - Invariant: Expat's array of names and values in turn, ended by a null; read only
///   while the element's start is handled.
@safe struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  fileprivate init(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    unsafe self.list = unsafe list
  }

  /// The value of an attribute, whatever the prefix of its name.
  subscript(_ name: String) -> String? {
    guard let list = unsafe list else { return nil }
    var index = 0
    while let key = unsafe list[index], let value = unsafe list[index + 1] {
      if unsafe localName(key) == name { return unsafe String(cString: value) }
      index += 2
    }
    return nil
  }
}

/// A name without its prefix.
private func localName(_ name: UnsafePointer<XML_Char>) -> String {
  var start = unsafe name
  var here = unsafe name
  while unsafe here.pointee != 0 {
    if unsafe here.pointee == 0x3A { unsafe start = here + 1 }
    unsafe here += 1
  }
  return unsafe String(cString: start)
}

extension ZipArchive {
  /// Reads a part that is an XML document.
  ///
  /// Document types are refused: no workbook has one, and they can make a document
  /// grow without end.
  ///
  /// - Parameters:
  ///   - name: The part's name.
  ///   - handler: What is told of the elements.
  /// - Throws: `WorkbookFault` when the part cannot be read, or what the handler set.
  func read(_ name: String, with handler: XMLHandler) throws(WorkbookFault) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw .damaged(name, "there is no memory for what is")
    }
    defer { unsafe XML_ParserFree(parser) }
    // The handler outlives the parser: it is held until this function ends.
    let context = unsafe ParserContext(parser: parser, handler: handler)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let context = unsafe ParserContext.of(data), let name = unsafe name else { return }
        unsafe context.handler.start(localName(name), XMLAttributes(attributes))
        context.stopIfFaulty()
      },
      { data, name in
        guard let context = unsafe ParserContext.of(data), let name = unsafe name else { return }
        unsafe context.handler.end(localName(name))
        context.stopIfFaulty()
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let context = unsafe ParserContext.of(data), let text = unsafe text else { return }
      unsafe text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        let bytes = unsafe UnsafeBufferPointer(start: $0, count: Int(count))
        unsafe context.handler.text(bytes.span)
      }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let context = unsafe ParserContext.of(data) else { return }
      context.handler.fault = WorkbookFault(
        """
        the workbook is damaged: no workbook has one; it is in its part with a document type
        """, advice: "Open it in the program that wrote it and save it again.")
      context.stopIfFaulty()
    }
    func check(_ status: XML_Status) throws(WorkbookFault) {
      if let fault = handler.fault { throw fault }
      guard status == XML_STATUS_OK else {
        let line = unsafe XML_GetCurrentLineNumber(parser)
        throw .damaged(name, "line \(line) is not XML")
      }
    }
    try unpack(name) { (bytes) throws(WorkbookFault) in
      let status = unsafe bytes.withUnsafeBytes {
        unsafe XML_Parse(
          parser, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count), 0)
      }
      try check(status)
    }
    try check(unsafe XML_Parse(parser, nil, 0, 1))
    withExtendedLifetime(context) {}
  }
}

/// What expat hands to its callbacks.
///
/// - Invariant: The parser is alive as long as its callbacks are called.
@safe private final class ParserContext {
  let handler: XMLHandler
  private let parser: XML_Parser

  init(parser: XML_Parser, handler: XMLHandler) {
    unsafe self.parser = parser
    self.handler = handler
  }

  static func of(_ data: UnsafeMutableRawPointer?) -> ParserContext? {
    guard let data = unsafe data else { return nil }
    return unsafe Unmanaged<ParserContext>.fromOpaque(data).takeUnretainedValue()
  }

  func stopIfFaulty() {
    if handler.fault != nil { _ = unsafe XML_StopParser(parser, XML_Bool(XML_FALSE)) }
  }
}
