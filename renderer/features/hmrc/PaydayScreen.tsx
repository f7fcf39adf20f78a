import type { HmrcPayday } from "../../../shared/contract/hmrcAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { MarkTold } from "./MarkTold.tsx";
import { PersonSheet } from "./PersonSheet.tsx";
import { Problems } from "./Problems.tsx";
import { SavePaper } from "./SavePaper.tsx";
import { type Way, WaysToTell } from "./WaysToTell.tsx";
import { runKindWords } from "./words.ts";

/** What to tell HMRC about one payday: the Full Payment Submission, person by person. */
export function PaydayScreen({ payRunId }: { readonly payRunId: string }) {
  const payday = useQuery("hmrc.getPayday", { payRunId });
  return <Loaded query={payday}>{(known) => <Payday payday={known} />}</Loaded>;
}

function Payday({ payday }: { readonly payday: HmrcPayday }) {
  const { payRunId, sheets, notices, finalSubmission } = payday;
  return (
    <>
      <PageHeader
        title={`Tell HMRC about ${formatDate(payday.payday)}`}
        above={payday.kind === "regular" ? "Full Payment Submission" : `Full Payment Submission: ${runKindWords[payday.kind].toLowerCase()}`}
        lead="The figures of this payday, in the order HMRC asks for them. This app sends nothing itself."
        breadcrumbs={[{ name: "HMRC", to: routes.hmrc }]}
        actions={<LinkButton to={pathTo(routes.payRun, { payRunId })}>See the pay run</LinkButton>}
      />
      <Stack>
        <Row>
          <State payday={payday} />
          {payday.isAgreed && <StatusChip tone="ok">Typed back, all agreed</StatusChip>}
        </Row>
        <Problems problems={payday.problems} payRunId={payRunId} />
        {payday.toldOn === null && notices.length > 0 && (
          <NotificationBanner tone="info" title="Before you send">
            <ul>
              {notices.map((notice) => (
                <li key={notice}>{notice}</li>
              ))}
            </ul>
          </NotificationBanner>
        )}
        {finalSubmission && <FinalNotice final={finalSubmission} />}
        <Card title="How to tell HMRC">
          <Stack>
            <p>{payday.route.words}</p>
            <WaysToTell route={payday.route} ways={waysOf(payday)} />
          </Stack>
        </Card>
        <Sheets payRunId={payRunId} sheets={sheets} />
        <MarkTold payday={payday} />
      </Stack>
    </>
  );
}

function State({ payday: { toldOn, isLate, payday } }: { readonly payday: HmrcPayday }) {
  if (toldOn !== null) return <StatusChip tone="ok">Marked as sent on {formatDate(toldOn)}</StatusChip>;
  if (isLate) return <StatusChip tone="warn">Late: it was to be sent by {formatDate(payday)}</StatusChip>;
  return <StatusChip>Send it by {formatDate(payday)}</StatusChip>;
}

function FinalNotice({ final }: { readonly final: NonNullable<HmrcPayday["finalSubmission"]> }) {
  const title =
    final.because === "yearEnd"
      ? "This is the last submission of the tax year: answer Yes to “Final submission for year” (109)"
      : `This is the last submission: the PAYE scheme closed on ${formatDate(final.ceasedOn)} (108, 119)`;
  return <NotificationBanner tone="info" title={title} />;
}

function Sheets({ payRunId, sheets }: Pick<HmrcPayday, "payRunId" | "sheets">) {
  const [only] = sheets;
  if (sheets.length === 1 && only) return <PersonSheet payRunId={payRunId} sheet={only} />;
  return (
    <Tabs
      label="People paid on this payday"
      tabs={sheets.map((sheet) => ({
        id: sheet.engagementId,
        title: sheet.employeeName,
        content: <PersonSheet payRunId={payRunId} sheet={sheet} />,
      }))}
    />
  );
}

function waysOf({ payRunId, payday, taxYear, sheets }: HmrcPayday): Way[] {
  const input = { payRunId };
  const about = `of ${formatDate(payday)}`;
  return [
    {
      id: "tool",
      files: (
        <Row>
          <SavePaper
            words="Save the keying sheet (PDF)"
            about={about}
            fileName={`keying sheet ${payday}.pdf`}
            operation="documents.keyingSheetPdf"
            input={input}
            hasLargePrint
          />
          <SavePaper
            words="Save the figures (CSV)"
            about={about}
            fileName={`figures for HMRC ${payday}.csv`}
            operation="documents.hmrcFiguresCsv"
            input={input}
          />
        </Row>
      ),
    },
    {
      id: "xml",
      files: (
        <Row>
          <SavePaper
            words="Save the Full Payment Submission (XML)"
            about={about}
            fileName={`full payment submission ${payday}.xml`}
            operation="documents.fpsXml"
            input={input}
          />
        </Row>
      ),
    },
    {
      id: "paper",
      files: (
        <Row>
          {sheets.map(({ engagementId, employeeName }) => (
            <SavePaper
              key={engagementId}
              words={`Figures for form RT11: ${employeeName}`}
              about={`in ${taxYear}`}
              fileName={`RT11 ${employeeName} ${taxYear}.pdf`}
              operation="documents.rt11Pdf"
              input={{ engagementId, taxYear }}
              hasLargePrint
            />
          ))}
        </Row>
      ),
    },
  ];
}
