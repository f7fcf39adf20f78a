import { formatPence, pence } from "../../../shared/core/money.ts";
import { formatDate, plainDate } from "../../../shared/core/plainDate.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { newAssistantFrom, type Typed } from "./assistantForm.ts";
import { loanKinds, pensionStatuses, perWords, starterKinds, wordsOf } from "./words.ts";

/** Everything typed about a new assistant, with the tax code and National Insurance letter that follow from it. */
export function CheckAssistant({
  typed,
  onChange,
  onAdded,
}: {
  readonly typed: Typed;
  readonly onChange: (page: string) => void;
  readonly onAdded: (engagementId: string) => void;
}) {
  const notice = useNotice();
  const input = newAssistantFrom(typed);
  const { person, startOn, starterKind } = input;
  const kinds = useQuery("employment.listKindsOfTime", {});
  const suggestion = useQuery("employment.suggestStarterSettings", {
    starterKind,
    p45: input.p45 ?? null,
    dateOfBirth: person.dateOfBirth,
    on: startOn,
  });
  const add = useCommand("employment.addAssistant", {
    onDone: ({ id, warnings }) => {
      const [first] = warnings;
      const added = `${person.firstName} ${person.lastName} is added.`;
      notice.show(first ? `${added} ${first}` : added, first ? "warn" : "ok");
      onAdded(id);
    },
  });
  const to = (page: string) => () => onChange(page);
  const settings = suggestion.data;
  const hasOwnCode = starterKind === "existing";
  return (
    <>
      <PageHeader title="Check your answers" lead={`Nothing is saved until you add ${person.firstName}.`} />
      <FailureMessage of={add} />
      {!hasOwnCode && <FailureMessage of={suggestion} />}
      <SummaryList
        rows={[
          {
            name: "Name",
            value: `${person.firstName} ${person.lastName}, born ${formatDate(plainDate(person.dateOfBirth))}`,
            change: to("Who is the personal assistant?"),
          },
          { name: "Job", value: `${input.jobTitle}, from ${formatDate(plainDate(startOn))}`, change: to("The job") },
          { name: "National Insurance number", value: input.nationalInsuranceNumber ?? "Not known yet", change: to("Tax and National Insurance") },
          { name: "They brought", value: wordsOf(starterKinds, starterKind), change: to("Tax and National Insurance") },
          {
            name: "Tax code",
            value: hasOwnCode ? input.taxCode : settings ? `${settings.taxCode}${settings.isWeek1Month1 ? " M1" : ""}. ${settings.taxReason}` : "",
          },
          { name: "National Insurance letter", value: settings ? `${settings.nationalInsuranceCategory}. ${settings.nationalInsuranceReason}` : "" },
          {
            name: "Loans",
            value: (input.loans ?? []).map((loan) => wordsOf(loanKinds, loan)).join(", ") || "None",
            change: to("Student loans and pension"),
          },
          { name: "Pension", value: wordsOf(pensionStatuses, input.pensionStatus ?? "notEligible"), change: to("Student loans and pension") },
          {
            name: "Family and household",
            value: `${input.livesWithPerson ? "Lives in the household" : "Lives elsewhere"}. ${input.isFamilyOrFriend ? "Family or a friend." : "Not family or a friend."}`,
            change: to("Family and household"),
          },
          { name: "Wages go to", value: input.bankDetails ? input.bankDetails.accountName : "Not known yet", change: to("Where do wages go?") },
        ]}
      />
      <Loaded query={kinds}>
        {(known) => (
          <SummaryList
            rows={known.flatMap((kind) => {
              const rate = input.payRates?.find(({ kindOfTimeId }) => kindOfTimeId === kind.id);
              return rate
                ? [{ name: kind.name, value: `${formatPence(pence(rate.ratePence))} ${perWords[kind.paidBy]}`, change: to("What are they paid?") }]
                : [];
            })}
          />
        )}
      </Loaded>
      <Row>
        <Button look="primary" isBusy={add.isPending} busyWords="Adding…" onClick={() => add.mutate(input)}>
          Add {person.firstName}
        </Button>
      </Row>
    </>
  );
}
