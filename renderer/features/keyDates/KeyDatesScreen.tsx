import { PageHeader } from "../../components/PageHeader.tsx";

/** Key dates. */
export function KeyDatesScreen() {
  return <PageHeader title="Key dates" />;
}
