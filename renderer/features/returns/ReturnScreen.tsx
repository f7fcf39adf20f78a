import { PageHeader } from "../../components/PageHeader.tsx";

/** Audit return. */
export function ReturnScreen({ returnId }: { readonly returnId: string }) {
  return (
    <>
      <PageHeader title="Audit return" />
      <p>{returnId}</p>
    </>
  );
}
