import type { ReactNode } from "react";
import { BudgetLineScreen } from "../features/budget/BudgetLineScreen.tsx";
import { BudgetScreen } from "../features/budget/BudgetScreen.tsx";
import { BureauMonthScreen } from "../features/bureau/BureauMonthScreen.tsx";
import { BureauScreen } from "../features/bureau/BureauScreen.tsx";
import { DocumentsScreen } from "../features/documents/DocumentsScreen.tsx";
import { FileFactsScreen } from "../features/hmrc/FileFactsScreen.tsx";
import { HmrcScreen } from "../features/hmrc/HmrcScreen.tsx";
import { MonthScreen } from "../features/hmrc/MonthScreen.tsx";
import { PaydayScreen } from "../features/hmrc/PaydayScreen.tsx";
import { PayingScreen } from "../features/hmrc/PayingScreen.tsx";
import { PersonYearScreen } from "../features/hmrc/PersonYearScreen.tsx";
import { HomeScreen } from "../features/home/HomeScreen.tsx";
import { KeyDatesScreen } from "../features/keyDates/KeyDatesScreen.tsx";
import { ImportScreen } from "../features/money/ImportScreen.tsx";
import { LineScreen } from "../features/money/LineScreen.tsx";
import { MoneyScreen } from "../features/money/MoneyScreen.tsx";
import { CorrectPayslipScreen } from "../features/pay/CorrectPayslipScreen.tsx";
import { ExtraRunScreen } from "../features/pay/ExtraRunScreen.tsx";
import { FinalPayScreen } from "../features/pay/FinalPayScreen.tsx";
import { PayRunScreen } from "../features/pay/PayRunScreen.tsx";
import { PayScreen } from "../features/pay/PayScreen.tsx";
import { PayslipScreen } from "../features/pay/PayslipScreen.tsx";
import { AddAssistantScreen } from "../features/people/AddAssistantScreen.tsx";
import { ChangeScreen } from "../features/people/ChangeScreen.tsx";
import { PeopleScreen } from "../features/people/PeopleScreen.tsx";
import { PersonScreen } from "../features/people/PersonScreen.tsx";
import { ReturnScreen } from "../features/returns/ReturnScreen.tsx";
import { ReturnsScreen } from "../features/returns/ReturnsScreen.tsx";
import { SettingsScreen } from "../features/settings/SettingsScreen.tsx";
import { SetupScreen } from "../features/setup/SetupScreen.tsx";
import { SetupStepScreen } from "../features/setup/SetupStepScreen.tsx";
import { ImportTimesheetScreen } from "../features/time/ImportTimesheetScreen.tsx";
import { TimeScreen } from "../features/time/TimeScreen.tsx";
import { YearEndScreen } from "../features/yearEnd/YearEndScreen.tsx";
import { YearEndStepScreen } from "../features/yearEnd/YearEndStepScreen.tsx";
import { type RoutePath, routes } from "./routes.ts";

export interface Screen {
  readonly path: RoutePath;
  /** Makes the screen. `parameters` are the decoded parts of the path (":personId" gives `parameters.personId`). */
  readonly show: (parameters: Readonly<Record<string, string>>) => ReactNode;
}

/** Every screen, first match wins: put longer fixed paths ("/money/import") before ones with a parameter. */
export const screens: readonly Screen[] = [
  { path: routes.home, show: () => <HomeScreen /> },
  { path: routes.people, show: () => <PeopleScreen /> },
  { path: routes.personNew, show: () => <AddAssistantScreen /> },
  { path: routes.personChange, show: ({ personId = "", what = "" }) => <ChangeScreen personId={personId} what={what} /> },
  { path: routes.person, show: ({ personId = "" }) => <PersonScreen personId={personId} /> },
  { path: routes.setup, show: () => <SetupScreen /> },
  { path: routes.setupStep, show: ({ step = "" }) => <SetupStepScreen key={step} step={step} /> },
  { path: routes.time, show: () => <TimeScreen /> },
  { path: routes.timeImport, show: () => <ImportTimesheetScreen /> },
  { path: routes.timeWeek, show: ({ weekFrom = "" }) => <TimeScreen weekFrom={weekFrom} /> },
  { path: routes.pay, show: () => <PayScreen /> },
  { path: routes.yearEnd, show: () => <YearEndScreen /> },
  { path: routes.yearEndYear, show: ({ taxYear = "" }) => <YearEndScreen key={taxYear} taxYear={taxYear} /> },
  { path: routes.yearEndStep, show: ({ taxYear = "", step = "" }) => <YearEndStepScreen key={`${taxYear}/${step}`} taxYear={taxYear} step={step} /> },
  { path: routes.bureau, show: () => <BureauScreen /> },
  { path: routes.bureauMonth, show: () => <BureauMonthScreen /> },
  { path: routes.payExtra, show: () => <ExtraRunScreen /> },
  { path: routes.payslipCorrect, show: ({ payslipId = "" }) => <CorrectPayslipScreen key={payslipId} payslipId={payslipId} /> },
  { path: routes.payFinal, show: ({ payRunId = "", personId = "" }) => <FinalPayScreen key={personId} payRunId={payRunId} personId={personId} /> },
  { path: routes.payRun, show: ({ payRunId = "" }) => <PayRunScreen payRunId={payRunId} /> },
  { path: routes.payslip, show: ({ payslipId = "" }) => <PayslipScreen payslipId={payslipId} /> },
  { path: routes.hmrc, show: () => <HmrcScreen /> },
  { path: routes.hmrcPayday, show: ({ payRunId = "" }) => <PaydayScreen key={payRunId} payRunId={payRunId} /> },
  { path: routes.hmrcPaying, show: () => <PayingScreen /> },
  { path: routes.hmrcPayingYear, show: ({ taxYear = "" }) => <PayingScreen taxYear={taxYear} /> },
  { path: routes.hmrcMonth, show: ({ taxYear = "", taxMonth = "" }) => <MonthScreen key={taxMonth} taxYear={taxYear} taxMonth={Number(taxMonth)} /> },
  { path: routes.hmrcPerson, show: ({ engagementId = "", taxYear = "" }) => <PersonYearScreen engagementId={engagementId} taxYear={taxYear} /> },
  { path: routes.hmrcFiles, show: () => <FileFactsScreen /> },
  { path: routes.budget, show: () => <BudgetScreen /> },
  { path: routes.budgetLine, show: ({ planLineId = "" }) => <BudgetLineScreen planLineId={planLineId} /> },
  { path: routes.money, show: () => <MoneyScreen /> },
  { path: routes.moneyImport, show: () => <ImportScreen /> },
  { path: routes.moneyLine, show: ({ lineId = "" }) => <LineScreen lineId={lineId} /> },
  { path: routes.returns, show: () => <ReturnsScreen /> },
  { path: routes.return, show: ({ returnId = "" }) => <ReturnScreen returnId={returnId} /> },
  { path: routes.keyDates, show: () => <KeyDatesScreen /> },
  { path: routes.documents, show: () => <DocumentsScreen /> },
  { path: routes.settings, show: () => <SettingsScreen /> },
];
