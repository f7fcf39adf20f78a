import { type ComponentType, useState } from "react";
import { useLocation } from "wouter";
import type * as z from "zod";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Form } from "../../components/Form.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row } from "../../components/Stack.tsx";
import { Steps } from "../../components/Steps.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { type FormHandle, useForm } from "../../components/useForm.ts";
import { BankFields, HouseholdFields, JobFields, LoansFields, NameFields, RatesFields, TaxFields } from "./AssistantFields.tsx";
import { BankPage, HouseholdPage, JobPage, LoansPage, NamePage, RatesPage, startTyped, TaxPage, type Typed } from "./assistantForm.ts";
import { CheckAssistant } from "./CheckAssistant.tsx";

interface AssistantPage {
  readonly title: string;
  readonly lead?: string;
  readonly schema: z.ZodObject;
  readonly Fields: ComponentType<{ readonly form: FormHandle }>;
}

const pages: readonly AssistantPage[] = [
  { title: "Who is the personal assistant?", schema: NamePage, Fields: NameFields },
  { title: "The job", schema: JobPage, Fields: JobFields },
  { title: "Tax and National Insurance", lead: "What they brought decides their first tax code.", schema: TaxPage, Fields: TaxFields },
  { title: "Student loans and pension", schema: LoansPage, Fields: LoansFields },
  {
    title: "Family and household",
    lead: "Paying family or a friend who lives in the household needs the funder's written yes.",
    schema: HouseholdPage,
    Fields: HouseholdFields,
  },
  { title: "What are they paid?", lead: "Leave a box empty when it does not happen in this job.", schema: RatesPage, Fields: RatesFields },
  { title: "Where do wages go?", lead: "You can leave this for later.", schema: BankPage, Fields: BankFields },
];

/** Adds a personal assistant, one topic a page, with everything on one page to check at the end. */
export function AddAssistantScreen() {
  const employer = useQuery("employment.getEmployer", {});
  return (
    <Loaded query={employer}>
      {({ employer: known }) =>
        known ? (
          <AddAssistant />
        ) : (
          <>
            <PageHeader title="Add a personal assistant" />
            <EmptyState
              title="First say when you pay wages"
              action={
                <LinkButton to={pathTo(routes.setupStep, { step: "employer" })} look="primary">
                  Go to set-up
                </LinkButton>
              }
            >
              You are the employer, so a few questions about that come first.
            </EmptyState>
          </>
        )
      }
    </Loaded>
  );
}

function AddAssistant() {
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState<Typed>(startTyped);
  const [index, setIndex] = useState(0);
  const page = pages[index];
  return (
    <>
      <p>
        {index === 0 ? (
          <TextLink to={routes.people}>Back to People</TextLink>
        ) : (
          <Button look="quiet" onClick={() => setIndex(index - 1)}>
            Back
          </Button>
        )}
      </p>
      <Steps names={[...pages.map(({ title }) => title), "Check your answers"]} current={index + 1} />
      {page ? (
        <AssistantPageForm
          key={page.title}
          page={page}
          typed={typed}
          onNext={(answers) => {
            setTyped({ ...typed, ...answers });
            setIndex(index + 1);
          }}
        />
      ) : (
        <CheckAssistant
          typed={typed}
          onChange={(title) => setIndex(pages.findIndex((each) => each.title === title))}
          onAdded={(personId) => navigate(pathTo(routes.person, { personId }))}
        />
      )}
    </>
  );
}

function AssistantPageForm({
  page,
  typed,
  onNext,
}: {
  readonly page: AssistantPage;
  readonly typed: Typed;
  readonly onNext: (answers: Typed) => void;
}) {
  const { title, lead, schema, Fields } = page;
  const form: FormHandle = useForm(schema, () => onNext(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, form.valueOf(name)]))), {
    start: typed,
  });
  return (
    <>
      <PageHeader key={title} title={title} lead={lead} />
      <Form of={form}>
        <Fields form={form} />
        <Row>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Continue
          </Button>
        </Row>
      </Form>
    </>
  );
}
