import { useState } from "react";
import * as z from "zod";
import type { RehearsalAnswer } from "../../../shared/contract/yearEndOperations.ts";
import type { BasisPoints } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Figure, FigureRow } from "../../components/Figure.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen } from "../../components/formSchemas.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import type { YearEndPageProps } from "./yearEndPage.ts";

/** A share typed as "4", "4.1" or "4%", at most 50. Empty is none. */
const shareText = z.string().transform((text, context): BasisPoints => {
  const match = /^(\d{1,2})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim() === "" ? "0" : text.trim());
  const share = match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : Number.NaN;
  if (share <= 5000) return share as BasisPoints;
  context.addIssue({ code: "custom", message: `"${text.trim()}" is not a rise from 0 to 50 per cent. Write it like 4.1` });
  return z.NEVER;
});

const AprilForm = z.object({
  basis: chosen(["payslips", "rota"], "Choose where the hours come from"),
  weeks: z.enum(["4", "12", "26", "52"]).transform(Number),
  payRiseBasisPoints: shareText,
});
type Asked = z.output<typeof AprilForm>;

const weekChoices = [
  { value: "4", label: "4 weeks" },
  { value: "12", label: "12 weeks" },
  { value: "26", label: "26 weeks" },
  { value: "52", label: "52 weeks" },
] as const;

/** "What April will cost": the next year's cost of the same hours, person by person, beside the budget. */
export function AprilPage({ dates }: YearEndPageProps) {
  const [asked, setAsked] = useState<Asked>({ basis: "payslips", weeks: 12, payRiseBasisPoints: 0 as BasisPoints });
  const form = useForm(AprilForm, (answers) => setAsked(answers), { start: { basis: "payslips", weeks: "12", payRiseBasisPoints: "" } });
  const rehearsal = useQuery("yearEnd.rehearseApril", { taxYear: dates.taxYear, ...asked });
  return (
    <Stack>
      <Card title="Which hours, and which rise?">
        <Form of={form} label="Which hours, and which rise?">
          <RadioGroup
            name="basis"
            label="Where do the hours come from?"
            choices={[
              { value: "payslips", label: "From finished payslips", hint: "Holiday is counted as it was paid. Sick pay and bonuses are left out." },
              { value: "rota", label: "From the rota that is planned", hint: "Holiday that the time builds up is added." },
            ]}
          />
          <SelectField name="weeks" label="How many weeks?" hint="Back from the last payslip, or ahead in the rota." choices={weekChoices} />
          <TextField
            name="payRiseBasisPoints"
            label="Rise of your rates of pay, in per cent"
            isOptional
            hint="A guess is fine, like 4.1. The minimum wage rose by 4.1% in April 2026."
            width="short"
          />
          <div>
            <Button type="submit" look="primary" isBusy={form.isBusy}>
              Work it out
            </Button>
          </div>
        </Form>
      </Card>
      <Loaded query={rehearsal}>{(found) => <Result rehearsal={found} />}</Loaded>
    </Stack>
  );
}

function Result({ rehearsal }: { readonly rehearsal: RehearsalAnswer }) {
  const { people, nextTaxYear, taxYear, problems, notes, isGuess } = rehearsal;
  if (people.length === 0) {
    return (
      <Card>
        <EmptyState title="There are no hours to go by yet" action={<LinkButton to={routes.time}>Go to Rota and time</LinkButton>}>
          <p>Finish a pay run, or plan shifts in the rota and choose the rota above.</p>
        </EmptyState>
        <Problems problems={problems} />
      </Card>
    );
  }
  return (
    <Card
      title={isGuess ? `What ${nextTaxYear} may cost (a guess)` : `What ${nextTaxYear} will cost`}
      note={`From the hours of ${formatDate(rehearsal.patternFrom)} to ${formatDate(rehearsal.patternTo)}, for a whole year.`}
    >
      <Stack>
        {notes.length > 0 && (
          <NotificationBanner tone={isGuess ? "warn" : "info"} title={isGuess ? "This is a guess" : "What this rests on"}>
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </NotificationBanner>
        )}
        <Problems problems={problems} />
        <Totals rehearsal={rehearsal} />
        <DataTable
          caption={`Each person in ${taxYear} and in ${nextTaxYear}`}
          rows={people}
          rowKey={({ engagementId }) => engagementId}
          columns={[
            { id: "name", title: "Person", isRowHeader: true, cell: ({ name }) => name },
            {
              id: "now",
              title: taxYear,
              isNumber: true,
              cell: ({ name, thisYear }) => <Explanation of={thisYear} name={`${name} in ${taxYear}`} look="amount" />,
            },
            {
              id: "next",
              title: nextTaxYear,
              isNumber: true,
              cell: ({ name, nextYear }) => <Explanation of={nextYear} name={`${name} in ${nextTaxYear}`} look="amount" />,
            },
            { id: "rise", title: "Rise", isNumber: true, cell: ({ rise }) => <Money amount={rise} /> },
          ]}
          totals={{
            words: "Everyone, after the Employment Allowance",
            values: {
              now: <Explanation of={rehearsal.thisYear} name={`the cost of ${taxYear}`} look="amount" />,
              next: <Explanation of={rehearsal.nextYear} name={`the cost of ${nextTaxYear}`} look="amount" />,
              rise: <Money amount={rehearsal.rise.amount} isStrong />,
            },
          }}
        />
      </Stack>
    </Card>
  );
}

function Totals({ rehearsal: { nextTaxYear, nextYear, rise, budget, left } }: { readonly rehearsal: RehearsalAnswer }) {
  return (
    <FigureRow>
      <Figure name={`Cost of ${nextTaxYear}`}>
        <Explanation of={nextYear} name={`the whole cost of ${nextTaxYear}`} look="amount" />
      </Figure>
      <Figure name="More than now">
        <Explanation of={rise} name="the rise" look="amount" />
      </Figure>
      {budget && (
        <Figure name="The plan holds for wages">
          <Explanation of={budget} name="the plan for wages" look="amount" />
        </Figure>
      )}
      {left && (
        <Figure name={left.amount < 0 ? "Too little in the plan" : "Left in the plan"}>
          <Explanation of={left} name="what is left of the plan" look="amount" />
        </Figure>
      )}
    </FigureRow>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <NotificationBanner tone="warn" title="Some time is left out.">
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
