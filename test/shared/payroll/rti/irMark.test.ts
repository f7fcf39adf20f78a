import { describe, expect, it } from "vitest";
import { irMarkOf } from "../../../../shared/payroll/rti/irMark.ts";
import { canonicalXml, rtiFile } from "../../../support/rtiSchemas.ts";

describe("IRmark (HMRC, IRmark Generation, Step By Step Guide)", () => {
  it.each([
    ["HMRC's sample of another tax", "irmark/cis-monthly-return.xml", "NyORVKN9UOqClDiguALmlZmOP6o=", "G4RZCVFDPVIOVAUUHCQLQAXGSWMY4P5K"],
    ["a Full Payment Submission", "2026-27/example-fps.xml", "Dsr+W7nLuO9MRHL7q18gGb73F/Q=", "B3FP4W5ZZO4O6TCEOL52WXZADG7POF7U"],
    ["an Employer Payment Summary", "2026-27/example-eps.xml", "mzDxjcXURhf4NejFUuFmIbOpaXQ=", "TMYPDDOF2RDBP6BV5DCVFYLGEGZ2S2LU"],
  ])("reproduces the published mark of %s", (_name, path, base64, base32) => {
    expect(irMarkOf(rtiFile(path))).toEqual({ base64, base32 });
  });

  it("does not depend on the mark that stands in the message", () => {
    const xml = rtiFile("2026-27/example-fps.xml");
    expect(irMarkOf(xml.replace(/(<IRmark[^>]*>)[^<]*/, "$1"))).toEqual(irMarkOf(xml));
    expect(irMarkOf(xml.replace(/<IRmark[^>]*>[^<]*<\/IRmark>/, '<IRmark Type="generic"/>'))).toEqual(irMarkOf(xml));
  });

  it("changes when a figure in the body changes, and not when the envelope does", () => {
    const xml = rtiFile("2026-27/example-fps.xml");
    expect(irMarkOf(xml.replace("90.20", "90.21"))).not.toEqual(irMarkOf(xml));
    expect(irMarkOf(xml.replace("EXAMPLEUSER", "OTHER"))).toEqual(irMarkOf(xml));
  });

  it("takes Windows line ends and empty-element tags as canonical XML does", () => {
    const xml = rtiFile("irmark/cis-monthly-return.xml");
    const lf = xml.replaceAll("\r\n", "\n");
    const full = lf.replace("<Inactivity>yes</Inactivity>", '<Inactivity a="1"></Inactivity>');
    const short = lf.replaceAll("\n", "\r\n").replace("<Inactivity>yes</Inactivity>", '<Inactivity a="1" />');
    expect(irMarkOf(short)).toEqual(irMarkOf(full));
    expect(canonicalXml(short)).toBe(canonicalXml(full));
  });

  it("gives the body every namespace the message declares, in order", () => {
    const inner = "<Body><A></A></Body>";
    const outer = `<GovTalkMessage xmlns:b='urn:b' xmlns="urn:a">${inner}</GovTalkMessage>`;
    const same = `<GovTalkMessage xmlns="urn:a" xmlns:b="urn:b">${inner}</GovTalkMessage>`;
    expect(irMarkOf(outer)).toEqual(irMarkOf(same));
    expect(irMarkOf(outer)).not.toEqual(irMarkOf(`<GovTalkMessage xmlns="urn:a">${inner}</GovTalkMessage>`));
  });

  it("has no mark for text without a body or without an envelope", () => {
    expect(irMarkOf("<GovTalkMessage></GovTalkMessage>")).toBeUndefined();
    expect(irMarkOf("<Body></Body>")).toBeUndefined();
  });
});
