import { PageHeader } from "../../components/PageHeader.tsx";

/** Pay. */
export function PayScreen() {
  return <PageHeader title="Pay" />;
}
