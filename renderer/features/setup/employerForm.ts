import type { Employer, EmployerDetails } from "../../../shared/people/employer.ts";

/** The employer as saved, without what the app itself keeps; undefined before the first save. */
export function detailsOf(employer: Employer | null): EmployerDetails | undefined {
  if (!employer) return undefined;
  const { id: _id, holderPersonId: _holder, fromOn: _from, toOn: _to, ...details } = employer;
  return details;
}
