import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Row } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";

/** The foot of every page of set-up. */
export function SaveRow({ isBusy }: { readonly isBusy: boolean }) {
  return (
    <Row>
      <Button type="submit" look="primary" isBusy={isBusy} busyWords="Saving…">
        Save and continue
      </Button>
      <TextLink to={routes.setup}>Stop for now</TextLink>
    </Row>
  );
}
