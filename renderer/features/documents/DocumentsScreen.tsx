import { PageHeader } from "../../components/PageHeader.tsx";

/** Documents. */
export function DocumentsScreen() {
  return <PageHeader title="Documents" />;
}
