import type { ReactNode } from "react";
import type { TellingRoute } from "../../../shared/contract/hmrcAnswers.ts";
import { Disclosure } from "../../components/Disclosure.tsx";
import styles from "./hmrc.module.css";

/** One of the three ways of telling HMRC: its name, one sentence, and the files that go with it. */
export interface Way {
  readonly id: "tool" | "xml" | "paper";
  readonly files: ReactNode;
}

const names = { tool: "HMRC's free tool", xml: "Other software", paper: "On paper" } as const;
const sentences = {
  tool: "Type the figures of this page into Basic PAYE Tools, HMRC's free program for employers with fewer than 10 people, and send them from there.",
  xml: "Save the XML file, open it in payroll software that can send to HMRC, and send it from there.",
  paper: "Copy the figures onto HMRC's paper forms and post them; only if HMRC agreed that you may, because you employ somebody for care or support.",
} as const;

/** The way the employer chose, open; the others one press away. */
export function WaysToTell({ route, ways }: { readonly route: TellingRoute; readonly ways: readonly Way[] }) {
  const fits = { tool: route.hasKeyingSheet, xml: route.hasXml, paper: route.hasPaperForms };
  const own = ways.filter(({ id }) => fits[id]);
  const others = ways.filter(({ id }) => !fits[id]);
  return (
    <>
      {own.length > 0 && <WayList ways={own} />}
      {others.length > 0 && (
        <Disclosure summary={own.length === 0 ? "Ways to tell HMRC" : "Other ways to tell HMRC"}>
          <WayList ways={others} />
        </Disclosure>
      )}
    </>
  );
}

function WayList({ ways }: { readonly ways: readonly Way[] }) {
  return (
    <ul className={styles.ways}>
      {ways.map(({ id, files }) => (
        <li key={id}>
          <h3>{names[id]}</h3>
          <p>{sentences[id]}</p>
          {files}
        </li>
      ))}
    </ul>
  );
}
