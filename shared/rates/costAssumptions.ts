import { type BasisPoints, basisPoints } from "../core/money.ts";

/**
 * Sick pay to set aside when the cost of time is planned, as a share of pay. Not a rule but an assumption that the plan may change: about 2%
 * of working hours are lost to sickness (Office for National Statistics, Sickness absence in the UK labour market), and Statutory Sick Pay is
 * at most 80% of pay since 6 April 2026. Nobody pays it back to the employer.
 */
export const usualSickPayReserve: BasisPoints = basisPoints(160);
