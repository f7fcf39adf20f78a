import { PageHeader } from "../../components/PageHeader.tsx";

/** Set up your budget. */
export function SetupScreen() {
  return <PageHeader title="Set up your budget" />;
}
