import type { PayArrangements } from "../../../shared/contract/employmentArrangements.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { Card } from "../../components/Card.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { changePath } from "./changePath.ts";
import { starterStatements } from "./HmrcFactsForm.tsx";
import { wordsOf } from "./words.ts";

/** What HMRC asks about a person beyond the name, address and number. */
export function HmrcFactsCard({ engagement, facts }: { readonly engagement: Engagement; readonly facts: PayArrangements["hmrcFacts"] }) {
  const { title, middleName, passportNumber, starterStatement, isPaidIrregularly, workplacePostcode } = facts;
  const change = changePath(engagement.id, "hmrc");
  return (
    <Card title="What HMRC asks" actions={<LinkButton to={change}>Change what HMRC asks</LinkButton>}>
      <SummaryList
        rows={[
          { name: "Payroll number", value: engagement.payrollNumber },
          { name: "Title", value: title || "Not known" },
          { name: "Middle name", value: middleName || "None" },
          { name: "Passport number", value: passportNumber ?? "Not known" },
          { name: "Starter statement", value: starterStatement === null ? "Not given" : wordsOf(starterStatements, starterStatement) },
          { name: "Paid now and then", value: isPaidIrregularly ? "Yes: months may go by without pay" : "No" },
          ...(workplacePostcode === null ? [] : [{ name: "Postcode of the workplace", value: workplacePostcode }]),
        ]}
      />
    </Card>
  );
}
