import type { ComponentType } from "react";
import type { YearEndStepAnswer } from "../../../shared/contract/yearEndOperations.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { Steps } from "../../components/Steps.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { AllowancePage } from "./AllowancePage.tsx";
import { AprilPage } from "./AprilPage.tsx";
import { CodesPage } from "./CodesPage.tsx";
import { FinalSubmissionPage } from "./FinalSubmissionPage.tsx";
import { MinimumWagePage } from "./MinimumWagePage.tsx";
import { P60Page } from "./P60Page.tsx";
import { PeoplePage } from "./PeoplePage.tsx";
import { RatesPage } from "./RatesPage.tsx";
import { ReliefPage } from "./ReliefPage.tsx";
import type { YearEndPageProps } from "./yearEndPage.ts";

const pages: Readonly<Record<YearEndStepAnswer["id"], ComponentType<YearEndPageProps>>> = {
  april: AprilPage,
  minimumWage: MinimumWagePage,
  rates: RatesPage,
  finalSubmission: FinalSubmissionPage,
  codes: CodesPage,
  allowance: AllowancePage,
  relief: ReliefPage,
  people: PeoplePage,
  p60s: P60Page,
};

/** One step of year end, with the way back and the next step. */
export function YearEndStepScreen({ taxYear, step }: { readonly taxYear: string; readonly step: string }) {
  const overview = useQuery("yearEnd.overview", { taxYear });
  return (
    <Loaded query={overview}>
      {({ dates, steps }) => {
        const index = steps.findIndex(({ id }) => id === step);
        const here = steps[index];
        if (!here) {
          return (
            <>
              <PageHeader title="There is no such step of year end" />
              <LinkButton to={routes.yearEnd}>Go to year end</LinkButton>
            </>
          );
        }
        const Page = pages[here.id];
        const before = steps[index - 1];
        const next = steps[index + 1];
        const pathOf = (id: string) => pathTo(routes.yearEndStep, { taxYear, step: id });
        const home = pathTo(routes.yearEndYear, { taxYear });
        return (
          <>
            <p>
              <TextLink to={before ? pathOf(before.id) : home}>Back</TextLink>
            </p>
            <Steps names={steps.map(({ title }) => title)} current={index + 1} />
            <PageHeader title={here.title} lead={here.lines.join(" ")} />
            <Stack>
              <Page dates={dates} />
              <Row>
                {next && <LinkButton to={pathOf(next.id)}>Next: {next.title}</LinkButton>}
                <LinkButton to={home} look="quiet">
                  All steps
                </LinkButton>
              </Row>
            </Stack>
          </>
        );
      }}
    </Loaded>
  );
}
