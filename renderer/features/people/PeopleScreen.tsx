import { PageHeader } from "../../components/PageHeader.tsx";

/** People. */
export function PeopleScreen() {
  return <PageHeader title="People" />;
}
