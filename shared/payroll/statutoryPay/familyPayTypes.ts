/** Maternity, adoption, paternity, shared parental, bereavement and neonatal care pay. */
export type FamilyPayType = "SMP" | "SAP" | "SPP" | "ShPP" | "SPBP" | "SNCP";

export const familyPayNames: Readonly<Record<FamilyPayType, string>> = {
  SMP: "Statutory Maternity Pay",
  SAP: "Statutory Adoption Pay",
  SPP: "Statutory Paternity Pay",
  ShPP: "Statutory Shared Parental Pay",
  SPBP: "Statutory Parental Bereavement Pay",
  SNCP: "Statutory Neonatal Care Pay",
};

/** The first payable weeks at 90% of average weekly earnings whatever the standard rate is. Source: payroll rules, section 8. */
export const higherRateWeeks: Readonly<Record<FamilyPayType, number>> = { SMP: 6, SAP: 6, SPP: 0, ShPP: 0, SPBP: 0, SNCP: 0 };

/** The most weeks that can be paid. Source: GOV.UK employer guides of each payment. */
export const mostWeeks: Readonly<Record<FamilyPayType, number>> = { SMP: 39, SAP: 39, SPP: 2, ShPP: 37, SPBP: 2, SNCP: 12 };

/**
 * Days of work allowed without losing pay: keeping-in-touch days of maternity and adoption leave, and shared parental leave in touch days.
 * Source: GOV.UK, Employee rights when on leave: keeping in touch days.
 */
export const keepingInTouchDays: Readonly<Record<FamilyPayType, number>> = { SMP: 10, SAP: 10, SPP: 0, ShPP: 20, SPBP: 0, SNCP: 0 };

/** HMRC's form that says why a payment is refused; null when there is none and a letter does. */
export const refusalForms: Readonly<Record<FamilyPayType, string | null>> = {
  SMP: "SMP1",
  SAP: "SAP1",
  SPP: "SPP1",
  ShPP: null,
  SPBP: null,
  SNCP: null,
};
