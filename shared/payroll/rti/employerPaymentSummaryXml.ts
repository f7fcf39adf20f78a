import { decimalPounds } from "../../core/money.ts";
import type { EmployerPaymentSummary, RecoveredKind, TaxMonthsSpan } from "./employerPaymentSummary.ts";
import { finalSubmissionElement } from "./fullPaymentSubmissionXml.ts";
import { employerElement, type GovTalkMessage, govTalkMessage } from "./govTalkMessage.ts";
import { submissionSchemaFor } from "./submissionSchemas.ts";
import { element, optionalElement, textElement, type XmlElement, yesElement } from "./xmlElement.ts";

/** HMRC's names of the kinds, in the order of the schema. */
const kinds: readonly (readonly [RecoveredKind, string])[] = [
  ["maternity", "SMP"],
  ["paternity", "SPP"],
  ["adoption", "SAP"],
  ["sharedParental", "ShPP"],
  ["parentalBereavement", "SPBP"],
  ["neonatalCare", "SNCP"],
];

/**
 * An Employer Payment Summary as an XML message with its IRmark. Throws a RangeError for a tax year whose schema we lack; the builder refuses those before.
 * Source: HMRC, RTI technical specifications, EmployerPaymentSummary schema.
 */
export function employerPaymentSummaryXml(summary: EmployerPaymentSummary, isTest = false): GovTalkMessage {
  const schema = submissionSchemaFor(summary.taxYear);
  if (!schema) throw new RangeError("There is no schema for this tax year");
  const { account, employmentAllowance } = summary;
  return govTalkMessage({
    messageClass: "HMRC-PAYE-RTI-EPS",
    namespace: schema.employerPaymentSummary,
    employer: summary.employer,
    periodEnd: schema.to,
    isTest,
    content: element("EmployerPaymentSummary", [
      employerElement(summary.employer, ["COTAXRef"]),
      yesElement("NoPaymentForPeriod", summary.noPayment !== null),
      spanElement("NoPaymentDates", summary.noPayment),
      spanElement("PeriodOfInactivity", summary.inactivity),
      employmentAllowance === null ? null : textElement("EmpAllceInd", employmentAllowance ? "yes" : "no"),
      recoveredElement(summary.recovered),
      account &&
        element("Account", [
          textElement("AccountHoldersName", account.holderName),
          textElement("AccountNo", account.accountNumber),
          textElement("SortCode", account.sortCode),
          optionalElement("BuildingSocRef", account.buildingSocietyReference),
        ]),
      textElement("RelatedTaxYear", schema.relatedTaxYear),
      finalSubmissionElement(summary.finalSubmission),
    ]),
  });
}

function spanElement(name: string, span: TaxMonthsSpan | null): XmlElement | null {
  return span && element(name, [textElement("From", span.from), textElement("To", span.to)]);
}

function recoveredElement(recovered: EmployerPaymentSummary["recovered"]): XmlElement | null {
  if (!recovered) return null;
  const amountsOf = (part: "recovered" | "compensation", nameOf: (short: string) => string) =>
    kinds.flatMap(([kind, short]) =>
      recovered.amounts.filter((each) => each.kind === kind && each[part] !== 0).map((each) => textElement(nameOf(short), decimalPounds(each[part]))),
    );
  const back = amountsOf("recovered", (short) => `${short}Recovered`);
  const compensation = amountsOf("compensation", (short) => `NICCompensationOn${short}`);
  return element("RecoverableAmountsYTD", [textElement("TaxMonth", String(recovered.taxMonth)), back, compensation]);
}
