import { format } from "node:util";
import { ASYMMETRIC_MATCHERS_OBJECT, chai, GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from "@vitest/expect";

/**
 * Stands in for "vitest" while mutants are tried: the same `describe`, `it` and matchers, but the tests stay loaded in one
 * process, so that trying a mutant costs milliseconds. Only what the engine's tests use is here.
 */
export interface LoadedTest {
  readonly name: string;
  readonly run: () => unknown;
}

export const loadedTests: LoadedTest[] = [];
const path: string[] = [];

type Body = (...values: never[]) => unknown;

function describeOne(name: string, body: () => void): void {
  path.push(name);
  body();
  path.pop();
}

function itOne(name: string, body: () => unknown): void {
  loadedTests.push({ name: [...path, name].join(" > "), run: body });
}

/** The name of one row, as vitest makes it: printf marks take the row's values in order. */
const rowName = (name: string, values: readonly unknown[]) => format(name, ...values.slice(0, (name.match(/%[sdifjoO]/g) ?? []).length));

function forEachRow(register: (name: string, body: () => unknown) => void) {
  return (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      register(rowName(name, values), () => body(...(values as never[])));
    }
  };
}

export const describe = Object.assign(describeOne, { each: forEachRow(describeOne as never) });
export const it = Object.assign(itOne, { each: forEachRow(itOne) });
export const test = it;

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const makeExpect = ((value: unknown, message?: string) => chai.expect(value, message)) as unknown as Record<string, unknown>;
Object.assign(makeExpect, chai.expect, (globalThis as never)[ASYMMETRIC_MATCHERS_OBJECT]);
(globalThis as never as Record<symbol, unknown>)[GLOBAL_EXPECT] = makeExpect;
setState({ assertionCalls: 0, isExpectingAssertions: false } as never, makeExpect as never);
export const expect = makeExpect;
