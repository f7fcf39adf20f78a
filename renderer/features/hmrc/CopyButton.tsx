import { Check, Copy } from "lucide-react";
import { Button } from "../../components/Button.tsx";
import type { Copying } from "./useCopy.ts";

/** Copies one figure. After copying it says so until another one is copied. */
export function CopyButton({ of, id, text, about }: { readonly of: Copying; readonly id: string; readonly text: string; readonly about: string }) {
  const isCopied = of.copied === id;
  return (
    <Button look="quiet" icon={isCopied ? Check : Copy} about={about} onClick={() => of.copy(id, text)}>
      {isCopied ? "Copied" : "Copy"}
    </Button>
  );
}
