import { afterEach, beforeEach, expect, it } from "vitest";
import type { DocumentFile } from "../../../shared/contract/desktopOperations.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { readPdf } from "../../support/readPdf.ts";
import { type GivenPay, givenPay } from "../pay/givenPay.ts";

let given: GivenPay;
beforeEach(async () => {
  given = await givenPay();
});
afterEach(() => given.app.close());

const sick = (fromOn: string, toOn: string) => {
  given.app.setToday(toOn);
  const days = { fromOn: plainDate(fromOn), toOn: plainDate(toOn) };
  return given.app.value("time.recordAbsence", { engagementId: given.priya, kind: "sickness", ...days });
};
const offered = async () =>
  (await given.app.value("documents.list", {}))
    .find(({ title }) => title === "Priya Nair")
    ?.documents.filter(({ operation }) => operation === "documents.refusalPdf") ?? [];

it("offers form SSP1 for an absence in which sick pay runs out, with the reason from the record", async () => {
  // Monday 20 April and 28 weeks of five days: the last paid day is Friday 30 October 2026.
  await sick("2026-04-20", "2026-11-06");
  const [paper, ...others] = await offered();
  expect(others).toEqual([]);
  expect(paper).toMatchObject({ title: "SSP1, Statutory Sick Pay (PDF)", detail: "From 20 April 2026" });
  const answer = await given.app.raw("documents.refusalPdf", paper?.input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const { text } = await readPdf(Buffer.from((answer.value as DocumentFile).base64, "base64"));
  const words = text.replaceAll(/\s+/g, " ");
  expect(words).toContain("SSP1 Statutory Sick Pay is ending");
  expect(words).toContain("From: 20 April 2026");
  expect(words).toContain("Last day paid for: 30 October 2026");
  expect(words).toContain("Sick pay ends after 28 weeks in one absence or in linked absences. Nothing is due from 2 November 2026.");
});

it("offers no form SSP1 for an absence that is paid to its last day", async () => {
  await sick("2026-04-20", "2026-10-30");
  expect(await offered()).toEqual([]);
});

it("says from the first day that nothing is paid where a linked absence used the 28 weeks up", async () => {
  await sick("2026-04-20", "2026-10-30");
  await sick("2026-11-09", "2026-11-10");
  const papers = await offered();
  expect(papers.map(({ detail }) => detail)).toEqual(["From 9 November 2026"]);
  const answer = await given.app.raw("documents.refusalPdf", papers[0]?.input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const { text } = await readPdf(Buffer.from((answer.value as DocumentFile).base64, "base64"));
  expect(text.replaceAll(/\s+/g, " ")).toContain("SSP1 Statutory Sick Pay cannot be paid");
});
