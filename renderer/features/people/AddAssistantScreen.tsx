import { type ComponentType, useEffect, useState } from "react";
import { useLocation } from "wouter";
import type * as z from "zod";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Form } from "../../components/Form.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row } from "../../components/Stack.tsx";
import { Steps } from "../../components/Steps.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useToday } from "../../components/Today.tsx";
import { type FormHandle, useForm } from "../../components/useForm.ts";
import { BankFields, HouseholdFields, JobFields, LoansFields, NameFields, RatesFields, TaxFields } from "./AssistantFields.tsx";
import { type AssistantDraft, emptyAssistant, forgetAssistantDraft, isBegun, keepAssistantDraft, readAssistantDraft } from "./assistantDraft.ts";
import { BankPage, HouseholdPage, JobPage, LoansPage, NamePage, RatesPage, TaxPage, type Typed, tooYoungMessage } from "./assistantForm.ts";
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
  const [start, setStart] = useState(() => ({ draft: readAssistantDraft(), count: 0 }));
  const [{ typed, index }, setDraft] = useState(start.draft);
  const page = pages[index];
  const isGoingOn = isBegun(start.draft) && index === start.draft.index;
  const goTo = (draft: AssistantDraft) => {
    keepAssistantDraft(draft);
    setDraft(draft);
  };
  const startAgain = () => {
    goTo(emptyAssistant);
    setStart({ draft: emptyAssistant, count: start.count + 1 });
  };
  return (
    <>
      <p>
        {index === 0 ? (
          <TextLink to={routes.people}>Back to People</TextLink>
        ) : (
          <Button look="quiet" onClick={() => goTo({ typed: readAssistantDraft().typed, index: index - 1 })}>
            Back
          </Button>
        )}
      </p>
      {isGoingOn && (
        <NotificationBanner title="What you typed before is still here.">
          <p>Go on where you stopped, or start with empty boxes. It is kept until you lock the app.</p>
          <Button onClick={startAgain}>Start again</Button>
        </NotificationBanner>
      )}
      <Steps names={[...pages.map(({ title }) => title), "Check your answers"]} current={index + 1} />
      {page ? (
        <AssistantPageForm
          key={`${page.title} ${start.count}`}
          page={page}
          typed={typed}
          onTyped={(answers) => keepAssistantDraft({ typed: { ...typed, ...answers }, index })}
          onNext={(answers) => goTo({ typed: { ...typed, ...answers }, index: index + 1 })}
        />
      ) : (
        <CheckAssistant
          typed={typed}
          onChange={(title) => goTo({ typed, index: pages.findIndex((each) => each.title === title) })}
          onAdded={(personId) => {
            forgetAssistantDraft();
            navigate(pathTo(routes.person, { personId }));
          }}
        />
      )}
    </>
  );
}

function AssistantPageForm({
  page,
  typed,
  onTyped,
  onNext,
}: {
  readonly page: AssistantPage;
  readonly typed: Typed;
  /** Told after every change, so that leaving loses nothing. */
  readonly onTyped: (answers: Typed) => void;
  readonly onNext: (answers: Typed) => void;
}) {
  const { title, lead, schema, Fields } = page;
  const answers = () => Object.fromEntries(Object.keys(schema.shape).map((name) => [name, form.valueOf(name)]));
  const today = useToday();
  const onValid = () => {
    const tooYoung = tooYoungMessage(answers().dateOfBirth, today);
    if (tooYoung !== undefined) form.showErrors({ dateOfBirth: tooYoung });
    else onNext(answers());
  };
  const form: FormHandle = useForm(schema, onValid, { start: typed });
  useEffect(() => onTyped(answers()));
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
