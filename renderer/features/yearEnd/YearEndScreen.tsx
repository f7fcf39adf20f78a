import type { YearEndOverview, YearEndStepAnswer } from "../../../shared/contract/yearEndOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip, type Tone } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";

const stateWords: Readonly<Record<YearEndStepAnswer["state"], { readonly words: string; readonly tone: Tone }>> = {
  done: { words: "Done", tone: "ok" },
  toDo: { words: "To do", tone: "warn" },
  notYet: { words: "Not yet", tone: "neutral" },
  look: { words: "To look at", tone: "info" },
};

/** Year end and start: every step with what is done and what is left. */
export function YearEndScreen({ taxYear }: { readonly taxYear?: string }) {
  const overview = useQuery("yearEnd.overview", taxYear === undefined ? {} : { taxYear });
  const named = overview.data?.dates;
  return (
    <LoadedScreen
      title="Year end and start"
      lead={
        named
          ? `The tax year ${named.taxYear} ends on ${formatDate(named.to)}. ${named.nextTaxYear} begins the day after.`
          : "What to do when a tax year ends."
      }
      breadcrumbs={[{ name: "Pay", to: routes.pay }]}
      query={overview}
    >
      {(found) => <Overview overview={found} />}
    </LoadedScreen>
  );
}

function Overview({ overview: { dates, taxYears, steps } }: { readonly overview: YearEndOverview }) {
  const next = steps.find(({ state }) => state === "toDo") ?? steps.find(({ state }) => state === "look");
  const pathOf = (step: string) => pathTo(routes.yearEndStep, { taxYear: dates.taxYear, step });
  const others = taxYears.filter((year) => year !== dates.taxYear);
  return (
    <Stack>
      {next && (
        <div>
          <LinkButton to={pathOf(next.id)} look="primary">
            Go on: {next.title}
          </LinkButton>
        </div>
      )}
      <Card title={`The steps of ${dates.taxYear}`}>
        <DataTable
          caption={`The steps of ${dates.taxYear}`}
          isCaptionHidden
          rows={steps}
          rowKey={({ id }) => id}
          rowTone={({ state }) => (state === "toDo" ? "warn" : "plain")}
          columns={[
            { id: "step", title: "Step", isRowHeader: true, cell: ({ id, title }) => <TextLink to={pathOf(id)}>{title}</TextLink> },
            { id: "state", title: "State", cell: ({ state }) => <StatusChip tone={stateWords[state].tone}>{stateWords[state].words}</StatusChip> },
            { id: "by", title: "By", cell: ({ by }) => by !== null && <LongDate on={by} /> },
            { id: "what", title: "What we know", cell: ({ lines }) => lines.join(" ") },
          ]}
        />
      </Card>
      {others.length > 0 && (
        <p>
          Other tax years:{" "}
          {others.map((year, index) => (
            <span key={year}>
              {index > 0 && ", "}
              <TextLink to={pathTo(routes.yearEndYear, { taxYear: year })}>{year}</TextLink>
            </span>
          ))}
          .
        </p>
      )}
    </Stack>
  );
}
