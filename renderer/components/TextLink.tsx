import type { ReactNode } from "react";
import { Link } from "wouter";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

/** A plain link to another screen inside a text. `to` is a path of routes.ts. */
export function TextLink({ to, children, about }: { readonly to: string; readonly children: ReactNode; readonly about?: string }) {
  return (
    <Link href={to}>
      {children}
      {about && " "}
      {about && <VisuallyHidden>{about}</VisuallyHidden>}
    </Link>
  );
}
