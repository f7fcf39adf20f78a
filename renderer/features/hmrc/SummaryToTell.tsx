import { addMonths, formatDate } from "../../../shared/core/plainDate.ts";
import { hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { useToday } from "../../components/Today.tsx";
import { spanWords } from "./words.ts";

/** The tax month that ended last: whether HMRC is to be told of it beside the paydays. Shows nothing when there is nothing to tell. */
export function SummaryToTell({ since }: { /** The first tax year with a payday. */ readonly since: string }) {
  const period = hmrcPeriodOf(addMonths(useToday(), -1), false);
  const { taxYear, lastTaxMonth: taxMonth } = period;
  const summary = useQuery("hmrc.getEmployerSummary", { taxYear, taxMonth }, { isOn: taxYear >= since });
  if (taxYear < since) return null;
  return (
    <Loaded query={summary}>
      {({ isNeeded, toldOn, tellBy, reasons }) =>
        isNeeded &&
        toldOn === null && (
          <Card title="Employer Payment Summary to send" note={spanWords(period)}>
            <Stack>
              <ul>
                {reasons.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
              <Row>
                <StatusChip>By {formatDate(tellBy)}</StatusChip>
                <LinkButton to={pathTo(routes.hmrcMonth, { taxYear, taxMonth: String(taxMonth) })}>See what to tick and type</LinkButton>
              </Row>
            </Stack>
          </Card>
        )
      }
    </Loaded>
  );
}
