import { Route, Switch } from "wouter";
import { LinkButton } from "../components/LinkButton.tsx";
import { PageHeader } from "../components/PageHeader.tsx";
import { routes } from "./routes.ts";
import { screens } from "./screens.tsx";

/** The screen of the present address. */
export function CurrentScreen() {
  return (
    <Switch>
      {screens.map(({ path, show }) => (
        <Route key={path} path={path}>
          {(parameters) => show(decoded(parameters))}
        </Route>
      ))}
      <Route>
        <PageHeader title="There is nothing at this address" lead="The link may be old." />
        <LinkButton to={routes.home} look="primary">
          Go to Home
        </LinkButton>
      </Route>
    </Switch>
  );
}

function decoded(parameters: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value ?? "")]));
}
