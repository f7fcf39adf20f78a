import { PageHeader } from "../../components/PageHeader.tsx";

/** Home. */
export function HomeScreen() {
  return <PageHeader title="Home" />;
}
