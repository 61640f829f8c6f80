// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import Programme
package import ProgrammeFiles
internal import Wording

/// The name of a certificate in its plan's folder.
package let certificateDocumentName = "certificate.json"

extension DispatchReport {
  /// The document `certificate.json`.
  func certificateDocument() -> CanonicalJSON {
    .object([
      "format": 1,
      "problem": "dispatch",
      "input": ["digest": .string(inputDigest)],
      "denominator": .integer(Certificate.denominator),
      "tiers": .array(
        outcome.certificate.tiers.map { tier in
          [
            "name": .string(tier.name),
            "prices": .array(
              tier.prices.map { price in
                [
                  "row": .string(price.row),
                  "of": .array(price.subjects.map { .string($0) }),
                  "price": .integer(price.price),
                ]
              }),
          ]
        }),
    ])
  }
}

/// Reads `certificate.json` of a plan.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - faults: Where everything amiss is reported.
/// - Returns: The certificate, or nothing after a fault.
package func readCertificate(at planFolder: String, faults: inout FaultList) -> Certificate? {
  guard
    let document = JSON5.read(
      at: planFolder + "/" + certificateDocumentName, named: certificateDocumentName,
      limits: .table, faults: &faults)
  else { return nil }
  do throws(Fault) {
    return try Certificate(document)
  } catch {
    faults.report(error)
    return nil
  }
}

extension Certificate {
  fileprivate init(_ document: JSON5Value) throws(Fault) {
    let whole = DocumentMember(document, of: certificateDocumentName)
    guard try whole["format"].integer() == 1 else {
      throw try whole["format"].fault("is a format this version does not know", expected: "1")
    }
    guard try whole["denominator"].integer() == Certificate.denominator else {
      throw try whole["denominator"].fault(
        "is another unit of prices", expected: "\(Certificate.denominator)")
    }
    self.init()
    for tier in try whole["tiers"].members() {
      var prices: [RowPrice] = []
      for price in try tier["prices"].members() {
        var subjects: [String] = []
        for subject in try price["of"].members() { subjects.append(try subject.text()) }
        prices.append(
          RowPrice(
            row: try price["row"].text(), subjects: subjects,
            price: try price["price"].integer()))
      }
      tiers.append(TierPrices(name: try tier["name"].text(), prices: prices))
    }
  }
}
