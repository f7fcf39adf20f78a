import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocation } from "wouter";
import * as z from "zod";
import type { Week } from "../../../shared/contract/timeOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Stack } from "../../components/Stack.tsx";
import { useForm } from "../../components/useForm.ts";
import styles from "./WeekGrid.module.css";

const JumpForm = z.object({ on: dateText("Enter a day of the week you want to see") });

/** Ways to other weeks. */
export function WeekLinks({ week }: { readonly week: Week }) {
  const [, goTo] = useLocation();
  const form = useForm(JumpForm, ({ on }) => goTo(pathTo(routes.timeWeek, { weekFrom: on })));
  const to = (weekFrom: string) => pathTo(routes.timeWeek, { weekFrom });
  return (
    <Stack gap="small">
      <nav aria-label="Weeks" className={styles.weeks}>
        <LinkButton to={to(week.earlierWeek)} icon={ChevronLeft} about={`from ${formatDate(week.earlierWeek)}`}>
          Earlier week
        </LinkButton>
        {week.weekFrom !== week.thisWeek && <LinkButton to={routes.time}>This week</LinkButton>}
        <LinkButton to={to(week.laterWeek)} icon={ChevronRight} about={`from ${formatDate(week.laterWeek)}`}>
          Later week
        </LinkButton>
      </nav>
      <Disclosure summary="Go to another week">
        <Form of={form} label="Go to another week">
          <DateField name="on" label="Any day of the week" hint="For example, 27 11 2026" hasCalendar />
          <div>
            <Button type="submit">Go to this week</Button>
          </div>
        </Form>
      </Disclosure>
    </Stack>
  );
}
