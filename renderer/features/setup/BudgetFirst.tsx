import { pathTo, routes } from "../../app/routes.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";

/** Shown where a page of set-up needs the budget. */
export function BudgetFirst() {
  return (
    <EmptyState
      title="First add the budget"
      action={
        <LinkButton to={pathTo(routes.setupStep, { step: "budget" })} look="primary">
          Add the budget
        </LinkButton>
      }
    >
      These answers belong to it.
    </EmptyState>
  );
}
