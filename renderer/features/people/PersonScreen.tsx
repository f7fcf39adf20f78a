import { PageHeader } from "../../components/PageHeader.tsx";

/** Person. */
export function PersonScreen({ personId }: { readonly personId: string }) {
  return (
    <>
      <PageHeader title="Person" />
      <p>{personId}</p>
    </>
  );
}
