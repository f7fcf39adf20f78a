import { PageHeader } from "../../components/PageHeader.tsx";

/** Import a statement. */
export function ImportScreen() {
  return <PageHeader title="Import a statement" />;
}
