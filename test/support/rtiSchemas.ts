import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlStringOutputBufferHandler,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from "libxml2-wasm";

const folder = join(import.meta.dirname, "../fixtures/rti");

/** A file of HMRC's pack, as text with its own line ends. */
export const rtiFile = (path: string): string => readFileSync(join(folder, path), "utf8");

const provider = new XmlBufferInputProvider({});
const bytes = (text: string) => new TextEncoder().encode(text);
for (const path of [
  "2025-26/EmployerPaymentSummary-2026-v1-0.xsd",
  "2025-26/FullPaymentSubmission-2026-v1-0.xsd",
  "2025-26/NINOverificationRequest-v1-2.xsd",
  "2025-26/envelope-v2-0-HMRC.xsd",
  "2026-27/EmployerPaymentSummary-2027-v1-0.xsd",
  "2026-27/FullPaymentSubmission-2027-v1-0.xsd",
  "2026-27/envelope-v2-0-HMRC.xsd",
]) {
  provider.addBuffer(`rti:${path}`, readFileSync(join(folder, path)));
}
// The envelope imports this address; nothing is fetched from it.
provider.addBuffer(
  "http://www.w3.org/TR/2001/PR-xmldsig-core-20010820/xmldsig-core-schema.xsd",
  readFileSync(join(folder, "xmldsig-core-schema.xsd")),
);
xmlRegisterInputProvider(provider);

const validators = new Map<string, XsdValidator>();

function validatorOf(year: string, namespace: string, schema: string): XsdValidator {
  const key = `${year}/${schema}`;
  const known = validators.get(key);
  if (known) return known;
  const both = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <xsd:import namespace="http://www.govtalk.gov.uk/CM/envelope" schemaLocation="rti:${year}/envelope-v2-0-HMRC.xsd"/>
    <xsd:import namespace="${namespace}" schemaLocation="rti:${year}/${schema}"/>
  </xsd:schema>`;
  const made = XsdValidator.fromDoc(XmlDocument.fromBuffer(bytes(both)));
  validators.set(key, made);
  return made;
}

const schemas: readonly (readonly [namespace: string, year: string, file: string])[] = [
  ["FullPaymentSubmission/26-27", "2026-27", "FullPaymentSubmission-2027-v1-0.xsd"],
  ["EmployerPaymentSummary/26-27", "2026-27", "EmployerPaymentSummary-2027-v1-0.xsd"],
  ["FullPaymentSubmission/25-26", "2025-26", "FullPaymentSubmission-2026-v1-0.xsd"],
  ["EmployerPaymentSummary/25-26", "2025-26", "EmployerPaymentSummary-2026-v1-0.xsd"],
  ["NINOverificationRequest", "2025-26", "NINOverificationRequest-v1-2.xsd"],
];

/** What HMRC's schemas find wrong in a message: the envelope and the submission in it. Nothing when it is valid. */
export function schemaErrors(xml: string): string[] {
  const found = schemas.find(([part]) => xml.includes(`/RTI/${part}/1"`));
  if (!found) return ["There is no schema for this message"];
  const [part, year, file] = found;
  const document = XmlDocument.fromBuffer(bytes(xml));
  try {
    validatorOf(year, `http://www.govtalk.gov.uk/taxation/PAYE/RTI/${part}/1`, file).validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ line, message }) => `line ${line}: ${message.trim()}`);
    throw error;
  } finally {
    document.dispose();
  }
}

/** Canonical XML 1.0 of a document, without comments, by libxml2. */
export function canonicalXml(xml: string): string {
  const document = XmlDocument.fromBuffer(bytes(xml));
  const handler = new XmlStringOutputBufferHandler();
  document.canonicalize(handler);
  document.dispose();
  return handler.result;
}
