import { Button } from "./Button.tsx";
import { NotificationBanner } from "./NotificationBanner.tsx";

/** Says that what was typed before is back, and offers empty boxes. */
export function DraftNotice({ onStartAgain }: { readonly onStartAgain: () => void }) {
  return (
    <NotificationBanner title="What you typed before is still here.">
      <p>Go on where you stopped, or start again. It is kept until you lock the app.</p>
      <Button onClick={onStartAgain}>Start again</Button>
    </NotificationBanner>
  );
}
