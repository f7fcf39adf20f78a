import { PageHeader } from "../../components/PageHeader.tsx";

/** Audit returns. */
export function ReturnsScreen() {
  return <PageHeader title="Audit returns" />;
}
