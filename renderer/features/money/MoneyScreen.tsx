import { PageHeader } from "../../components/PageHeader.tsx";

/** Money. */
export function MoneyScreen() {
  return <PageHeader title="Money" />;
}
