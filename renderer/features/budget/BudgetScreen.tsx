import { PageHeader } from "../../components/PageHeader.tsx";

/** Budget. */
export function BudgetScreen() {
  return <PageHeader title="Budget" />;
}
