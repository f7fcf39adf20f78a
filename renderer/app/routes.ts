/**
 * Every path of the app. The left side is what screens.tsx registers; the functions make the links. Features may import
 * this file (and nothing else of app/).
 */
export const routes = {
  home: "/",
  people: "/people",
  personNew: "/people/new",
  personChange: "/people/:personId/change/:what",
  person: "/people/:personId",
  setup: "/setup",
  setupStep: "/setup/:step",
  time: "/time",
  timeImport: "/time/import",
  timeWeek: "/time/:weekFrom",
  pay: "/pay",
  payExtra: "/pay/extra",
  yearEnd: "/pay/year-end",
  yearEndYear: "/pay/year-end/:taxYear",
  yearEndStep: "/pay/year-end/:taxYear/:step",
  bureau: "/pay/bureau",
  bureauMonth: "/pay/bureau/month",
  payRun: "/pay/:payRunId",
  payFinal: "/pay/:payRunId/final/:personId",
  payslipCorrect: "/pay/payslip/:payslipId/correct",
  payslip: "/pay/payslip/:payslipId",
  hmrc: "/hmrc",
  hmrcPayday: "/hmrc/payday/:payRunId",
  hmrcPaying: "/hmrc/paying",
  hmrcPayingYear: "/hmrc/paying/:taxYear",
  hmrcMonth: "/hmrc/month/:taxYear/:taxMonth",
  hmrcPerson: "/hmrc/person/:engagementId/:taxYear",
  hmrcFiles: "/hmrc/files",
  budget: "/budget",
  budgetLine: "/budget/:planLineId",
  money: "/money",
  moneyImport: "/money/import",
  moneyLine: "/money/line/:lineId",
  returns: "/returns",
  return: "/returns/:returnId",
  keyDates: "/key-dates",
  documents: "/documents",
  settings: "/settings",
} as const;

export type RoutePath = (typeof routes)[keyof typeof routes];

/** "/people/:personId" has the parameter "personId". */
type ParametersOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in Name]: string } & ParametersOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? { readonly [K in Name]: string }
    : Readonly<Record<never, string>>;

/** A link to a screen: `pathTo(routes.person, { personId })`. Plain paths need no function: `routes.people`. */
export function pathTo<P extends RoutePath>(path: P, parameters: ParametersOf<P>): string {
  return Object.entries<string>(parameters).reduce((text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(value)), path as string);
}
