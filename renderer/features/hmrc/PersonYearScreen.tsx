import type { PersonYear, PersonYearFigure } from "../../../shared/contract/hmrcAnswers.ts";
import { formatDate, plainDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { useToday } from "../../components/Today.tsx";
import { SavePaper } from "./SavePaper.tsx";
import { WhySum } from "./WhySum.tsx";

/** One person's tax year as it stands on P60, P45 and P11, each figure with its payslips. */
export function PersonYearScreen({ engagementId, taxYear }: { readonly engagementId: string; readonly taxYear: string }) {
  const year = useQuery("hmrc.getPersonYear", { engagementId, taxYear });
  return (
    <Loaded query={year}>
      {(known) => (
        <>
          <PageHeader
            title={`${known.name} in ${taxYear}`}
            lead="The year as HMRC and the assistant see it: each figure with the payslips behind it."
            breadcrumbs={[{ name: "HMRC", to: routes.hmrc }]}
            actions={<LinkButton to={pathTo(routes.person, { personId: engagementId })}>See the record</LinkButton>}
          />
          <Stack>
            <Papers year={known} />
            <Card title="Figures of the year">
              <Stack>
                <SummaryList
                  rows={[
                    { name: "Tax code at the end", value: known.finalTaxCode },
                    { name: "Left", value: known.leftOn === null ? "Still here" : formatDate(known.leftOn) },
                  ]}
                />
                <DataTable
                  caption={`Figures of ${known.name} in ${taxYear}`}
                  isCaptionHidden
                  columns={columns}
                  rows={known.figures}
                  rowKey={({ label }) => label}
                  whenEmpty="No payslip in this tax year."
                />
              </Stack>
            </Card>
          </Stack>
        </>
      )}
    </Loaded>
  );
}

const columns: readonly Column<PersonYearFigure>[] = [
  { id: "label", title: "Figure", isRowHeader: true, cell: ({ label }) => label },
  { id: "total", title: "Amount", cell: ({ label, total }) => <WhySum of={total} name={`“${label}”`} /> },
  { id: "standsOn", title: "Stands on", cell: ({ standsOn }) => standsOn.join(", ") },
];

function Papers({ year }: { readonly year: PersonYear }) {
  const { engagementId, taxYear, name, isEmployedAtYearEnd, leftOn } = year;
  const today = useToday();
  const hasP60 = isEmployedAtYearEnd && today >= yearEnd(taxYear);
  const ofYear = { about: `of ${name} for ${taxYear}`, input: { engagementId, taxYear }, hasLargePrint: true };
  return (
    <Card title="Papers" note={paperWords(year)}>
      <Row>
        {hasP60 && <SavePaper words="Save the P60 (PDF)" fileName={`P60 ${name} ${taxYear}.pdf`} operation="documents.p60Pdf" {...ofYear} />}
        {leftOn !== null && (
          <SavePaper
            words="Save the P45 (PDF)"
            about={`of ${name}`}
            fileName={`P45 ${name}.pdf`}
            operation="documents.p45Pdf"
            input={{ engagementId }}
            hasLargePrint
          />
        )}
        <SavePaper words="Save the P11 (PDF)" fileName={`P11 ${name} ${taxYear}.pdf`} operation="documents.p11Pdf" {...ofYear} />
      </Row>
    </Card>
  );
}

const yearEnd = (taxYear: string) => plainDate(`${Number(taxYear.slice(0, 4)) + 1}-04-05`);

function paperWords({ isEmployedAtYearEnd, leftOn, taxYear }: PersonYear): string {
  const year = Number(taxYear.slice(0, 4)) + 1;
  if (isEmployedAtYearEnd) return `The P60 can be made from 5 April ${year}. Give it by 31 May ${year} to everybody who works here on 5 April.`;
  return leftOn === null ? "There is no P60: not employed here on 5 April." : "Somebody who left gets a P45 and no P60. The P11 is your own record.";
}
