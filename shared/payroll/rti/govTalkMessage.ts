import type { PlainDate } from "../../core/plainDate.ts";
import type { EmployerReferences } from "./fullPaymentSubmission.ts";
import { type IrMark, irMarkOf } from "./irMark.ts";
import { element, textElement, writeXml, type XmlElement } from "./xmlElement.ts";

/** A message as a file: the XML with its IRmark, and the mark in the form people read. */
export interface GovTalkMessage {
  readonly xml: string;
  readonly irMark: IrMark;
}

interface GovTalkFacts {
  readonly messageClass: "HMRC-PAYE-RTI-FPS" | "HMRC-PAYE-RTI-EPS" | "HMRC-PAYE-RTI-NVR";
  readonly namespace: string;
  readonly employer: EmployerReferences;
  /** 5 April of the tax year. */
  readonly periodEnd: PlainDate;
  /** True for HMRC's test service. */
  readonly isTest: boolean;
  /** The submission itself, after the header. */
  readonly content: XmlElement;
}

/**
 * HMRC's envelope around a submission, with the IRmark worked out last. It carries no sign-in and no vendor number: this program sends nothing, and
 * the software that does puts in its own, which lie outside the marked body.
 * Source: HMRC, Transaction Engine Document Submission Protocol; GovTalk envelope 2.0.
 */
export function govTalkMessage(facts: GovTalkFacts): GovTalkMessage {
  const irMark = irMarkOf(written(facts, "")) as IrMark;
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n${written(facts, irMark.base64)}\n`, irMark };
}

function written({ messageClass, namespace, employer, periodEnd, isTest, content }: GovTalkFacts, mark: string): string {
  const keys = element("Keys", [
    textElement("Key", employer.officeNumber, { Type: "TaxOfficeNumber" }),
    textElement("Key", employer.payeReference, { Type: "TaxOfficeReference" }),
  ]);
  const header = element("IRheader", [
    keys,
    textElement("PeriodEnd", periodEnd),
    textElement("DefaultCurrency", "GBP"),
    textElement("IRmark", mark, { Type: "generic" }),
    textElement("Sender", "Employer"),
  ]);
  const message = element("MessageDetails", [
    textElement("Class", messageClass),
    textElement("Qualifier", "request"),
    textElement("Function", "submit"),
    textElement("CorrelationID", ""),
    textElement("Transformation", "XML"),
    textElement("GatewayTest", isTest ? "1" : "0"),
  ]);
  return writeXml(
    element(
      "GovTalkMessage",
      [
        textElement("EnvelopeVersion", "2.0"),
        element("Header", [message, element("SenderDetails", [])]),
        element("GovTalkDetails", [keys]),
        element("Body", [element("IRenvelope", [header, content], { xmlns: namespace })]),
      ],
      { xmlns: "http://www.govtalk.gov.uk/CM/envelope" },
    ),
  );
}

/** The employer's references in the order of the schemas; the two tax references only where the message has them. */
export function employerElement(employer: EmployerReferences, taxReferences: readonly ("SAUTR" | "COTAXRef")[]): XmlElement {
  const value = { SAUTR: employer.selfAssessmentReference, COTAXRef: employer.corporationTaxReference };
  return element("EmpRefs", [
    textElement("OfficeNo", employer.officeNumber),
    textElement("PayeRef", employer.payeReference),
    textElement("AORef", employer.accountsOfficeReference),
    taxReferences.map((name) => (value[name] === null ? null : textElement(name, value[name]))),
  ]);
}
