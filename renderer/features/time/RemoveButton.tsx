import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Row } from "../../components/Stack.tsx";

/** Removes something after a second press, in place: no second window over the first. */
export function RemoveButton({ what, isBusy, onRemove }: { readonly what: string; readonly isBusy: boolean; readonly onRemove: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Row>
      <Button icon={Trash2} look={isAsking ? "danger" : "secondary"} isBusy={isBusy} onClick={() => (isAsking ? onRemove() : setIsAsking(true))}>
        {isAsking ? `Yes, remove ${what}` : `Remove ${what}`}
      </Button>
      {isAsking && <Button onClick={() => setIsAsking(false)}>Keep it</Button>}
    </Row>
  );
}
