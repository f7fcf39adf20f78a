import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { element, optionalElement, textElement, writeXml, yesElement } from "../../../../shared/payroll/rti/xmlElement.ts";
import { canonicalXml } from "../../../support/rtiSchemas.ts";

describe("XML as it is written", () => {
  it("has no empty-element tags, no white space, and attributes in order with a default namespace first", () => {
    const xml = writeXml(
      element("A", [element("B", []), textElement("C", "1", { b: "2", a: "1", xmlns: "urn:x", A: "0" }), [textElement("D", "2"), null], null]),
    );
    expect(xml).toBe('<A><B></B><C xmlns="urn:x" A="0" a="1" b="2">1</C><D>2</D></A>');
  });

  it("uses only the references of canonical XML", () => {
    expect(writeXml(textElement("A", `<&>"'`, { a: `<&>"'` }))).toBe(`<A a="&lt;&amp;>&quot;'">&lt;&amp;&gt;"'</A>`);
  });

  it("leaves out what there is not", () => {
    expect(optionalElement("A", null)).toBeNull();
    expect(optionalElement("A", "1")).toEqual(textElement("A", "1"));
    expect(yesElement("A", false)).toBeNull();
    expect(yesElement("A", true)).toEqual(textElement("A", "yes"));
  });

  it("is canonical XML for any text of a message", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aZ09 .,-()/=!\"%&*;<>'+:?é") });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const xml = writeXml(element("A", [textElement("B", a, { y: b, x: c }), textElement("C", c)], { xmlns: "urn:x" }));
        expect(canonicalXml(xml)).toBe(xml);
      }),
      { numRuns: 300 },
    );
  });
});
