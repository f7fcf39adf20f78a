import * as fastCheck from "fast-check";

/** Stands in for "fast-check" while mutants are tried: a hundred cases a property, and a failing one need not be made small. */
const mostCases = 100;

const assert = (property: fastCheck.IRawProperty<unknown>, parameters?: fastCheck.Parameters<unknown>) =>
  fastCheck.assert(property, { ...parameters, numRuns: Math.min(parameters?.numRuns ?? mostCases, mostCases), endOnFailure: true });

export default { ...fastCheck, ...fastCheck.default, assert };
