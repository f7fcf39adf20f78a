import { Button } from "../components/Button.tsx";
import { PageHeader } from "../components/PageHeader.tsx";

/** One screen broke; the menu still works. */
export function BrokenScreen({ resetErrorBoundary }: { readonly resetErrorBoundary: () => void }) {
  return (
    <div role="alert">
      <PageHeader title="This screen stopped working" lead="It is a mistake in the app, not yours. Everything you saved is safe." />
      <Button look="primary" onClick={resetErrorBoundary}>
        Try again
      </Button>
    </div>
  );
}
