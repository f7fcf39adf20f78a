import type { PersonHmrcFigures } from "../../../shared/contract/payAnswers.ts";
import type { HmrcFigure } from "../../../shared/payroll/hmrc/hmrcFigures.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import styles from "./pay.module.css";
import { SaveDocumentButton } from "./SaveDocumentButton.tsx";

const columns: readonly Column<HmrcFigure>[] = [
  { id: "label", title: "HMRC asks for", isRowHeader: true, cell: ({ item, label }) => (item === "" ? label : `${label} (${item})`) },
  { id: "value", title: "This payday", isNumber: true, cell: ({ value }) => <span className={styles.figures}>{value}</span> },
  { id: "yearToDate", title: "Year to date", isNumber: true, cell: ({ yearToDate }) => <span className={styles.figures}>{yearToDate ?? ""}</span> },
];

/** The figures of the Full Payment Submission, person by person, in the order Basic PAYE Tools asks for them. */
export function HmrcFigures({ payRunId, payday }: { readonly payRunId: string; readonly payday: string }) {
  const figures = useQuery("pay.hmrcFigures", { payRunId });
  return (
    <Stack>
      <p>Send these to HMRC on or before payday. They are in the order HMRC's Basic PAYE Tools asks for them. Numbers in brackets are HMRC's own.</p>
      <Row>
        <LinkButton to={pathTo(routes.hmrcPayday, { payRunId })} look="primary">
          Tell HMRC, step by step
        </LinkButton>
        <SaveDocumentButton
          words="Save these figures (PDF)"
          suggestedName={`Figures for HMRC ${payday}.pdf`}
          operation="documents.hmrcFiguresPdf"
          input={{ payRunId }}
        />
        <SaveDocumentButton
          words="Save these figures (CSV)"
          suggestedName={`Figures for HMRC ${payday}.csv`}
          operation="documents.hmrcFiguresCsv"
          input={{ payRunId }}
        />
      </Row>
      <Loaded query={figures}>{(people) => people.map((person) => <Person key={person.payslipId} person={person} />)}</Loaded>
    </Stack>
  );
}

function Person({ person }: { readonly person: PersonHmrcFigures }) {
  return (
    <Card title={person.name} note={`Payroll ID ${person.payrollNumber}`}>
      <DataTable
        caption={`Figures for HMRC: ${person.name}`}
        isCaptionHidden
        columns={columns}
        rows={person.figures}
        rowKey={({ item, label }) => `${item} ${label}`}
      />
    </Card>
  );
}
