import type { PayArrangements } from "../../../shared/contract/employmentArrangements.ts";
import type { PayRunSummary } from "../../../shared/contract/payAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { changePath } from "./changePath.ts";

/** What ends with a job, step by step: last day, final pay, P45, and pay that comes later. */
export function LeavingCard({ engagement }: { readonly engagement: Engagement }) {
  const arrangements = useQuery("employment.getPayArrangements", { engagementId: engagement.id });
  const runs = useQuery("pay.listRuns", {});
  const change = changePath(engagement.id, "end");
  if (engagement.endOn === null) {
    return (
      <Card title="Ending the job" actions={<LinkButton to={change}>End the job</LinkButton>}>
        <p>No end is planned. When it ends, this page leads through the last day, the final pay with notice and holiday, and the P45.</p>
      </Card>
    );
  }
  return (
    <Card title="Ending the job">
      <Loaded query={arrangements}>
        {({ p45GivenOn }) => (
          <Loaded query={runs}>
            {(list) => (
              <SummaryList
                rows={[
                  { name: "1. Last day", value: engagement.endOn && `${formatDate(engagement.endOn)}. ${engagement.endReason}`, change },
                  {
                    name: "2. Final pay",
                    value: <FinalPay engagement={engagement} draft={list.find(({ state }) => state === "draft")} p45GivenOn={p45GivenOn} />,
                  },
                  {
                    name: "3. P45",
                    value: p45GivenOn ? (
                      `Given on ${formatDate(p45GivenOn)}`
                    ) : (
                      <TextLink to={changePath(engagement.id, "p45")}>Say when the P45 was given</TextLink>
                    ),
                  },
                  {
                    name: "4. Pay after that",
                    value: p45GivenOn ? (
                      <>
                        It is taxed with code 0T, and no second P45 is given. <TextLink to={routes.payExtra}>Start an extra pay run</TextLink>
                      </>
                    ) : (
                      "Nothing until the P45 is given."
                    ),
                  },
                ]}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Card>
  );
}

function FinalPay({
  engagement,
  draft,
  p45GivenOn,
}: {
  readonly engagement: Engagement;
  readonly draft: PayRunSummary | undefined;
  readonly p45GivenOn: PayArrangements["p45GivenOn"];
}) {
  if (p45GivenOn) return "Done before the P45.";
  if (!draft) {
    return (
      <>
        Start the pay run of the last days first. <TextLink to={routes.pay}>Go to Pay</TextLink>
      </>
    );
  }
  return (
    <TextLink to={pathTo(routes.payFinal, { payRunId: draft.id, personId: engagement.id })}>
      Work out notice, holiday and redundancy for the payday of {formatDate(draft.payday)}
    </TextLink>
  );
}
