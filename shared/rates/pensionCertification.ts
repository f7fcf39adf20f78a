import { type BasisPoints, basisPoints } from "../core/money.ts";
import { type PlainDate, plainDate } from "../core/plainDate.ts";

/** The least a scheme that does not go by qualifying earnings must take. Rates are basis points of the pay it goes by. */
export interface PensionCertificationSet {
  readonly set: 1 | 2 | 3;
  readonly source: string;
  readonly from: PlainDate;
  readonly earningsBasis: "basicPay" | "allEarnings";
  readonly minimumTotal: BasisPoints;
  readonly minimumEmployer: BasisPoints;
  /** The least share of all pay that basic pay must be, over everybody in the scheme; null: no such test. */
  readonly basicPayShare: BasisPoints | null;
}

const source = "The Pensions Regulator, Automatic enrolment detailed guidance 4: pension schemes, certification; Pensions Act 2008, section 28";
const from = plainDate("2019-04-06");

/** Sets 1 to 3, the same since 6 April 2019. */
export const pensionCertificationSets: readonly PensionCertificationSet[] = [
  {
    set: 1,
    source,
    from,
    earningsBasis: "basicPay",
    minimumTotal: basisPoints(900),
    minimumEmployer: basisPoints(400),
    basicPayShare: null,
  },
  {
    set: 2,
    source,
    from,
    earningsBasis: "basicPay",
    minimumTotal: basisPoints(800),
    minimumEmployer: basisPoints(300),
    basicPayShare: basisPoints(8_500),
  },
  {
    set: 3,
    source,
    from,
    earningsBasis: "allEarnings",
    minimumTotal: basisPoints(700),
    minimumEmployer: basisPoints(300),
    basicPayShare: null,
  },
];
