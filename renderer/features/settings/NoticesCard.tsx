import { useAppInfo, useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";

/** About the program: its version, its licence and those of the libraries inside. */
export function NoticesCard() {
  const info = useAppInfo();
  const notices = useTask("desktop.thirdPartyNotices");
  return (
    <Card title="About Plan & Payday" note={info.data ? `Version ${info.data.version}` : undefined}>
      <p>Plan & Payday gives information, not legal advice. Acas, your insurer's helpline and your support organisation can advise you.</p>
      <FailureMessage of={notices} />
      {notices.data ? (
        <>
          <p>{notices.data.packages.length} libraries by other people are part of this program. Thank you.</p>
          {notices.data.packages.map(({ name, version, licence, text }) => (
            <Disclosure key={`${name} ${version}`} summary={`${name} ${version}, ${licence}`}>
              <p>{text}</p>
            </Disclosure>
          ))}
        </>
      ) : (
        <div>
          <Button onClick={() => notices.mutate({})} isBusy={notices.isPending}>
            Show the licences of libraries
          </Button>
        </div>
      )}
    </Card>
  );
}
