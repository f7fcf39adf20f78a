import { PageHeader } from "../../components/PageHeader.tsx";

/** Settings. */
export function SettingsScreen() {
  return <PageHeader title="Settings" />;
}
