import { PageHeader } from "../../components/PageHeader.tsx";

/** Pay run. */
export function PayRunScreen({ payRunId }: { readonly payRunId: string }) {
  return (
    <>
      <PageHeader title="Pay run" />
      <p>{payRunId}</p>
    </>
  );
}
