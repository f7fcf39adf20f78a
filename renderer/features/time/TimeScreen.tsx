import { PageHeader } from "../../components/PageHeader.tsx";

/** Rota and time. */
export function TimeScreen() {
  return <PageHeader title="Rota and time" />;
}
