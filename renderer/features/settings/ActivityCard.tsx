import { useState } from "react";
import { useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { Row } from "../../components/Stack.tsx";
import { momentInWords } from "./momentInWords.ts";

/** Who did what, and when. Lines can never be changed. */
export function ActivityCard() {
  const [pages, setPages] = useState<readonly (number | undefined)[]>([undefined]);
  const beforeSeq = pages.at(-1);
  const activity = useQuery("settings.listActivity", { most: 25, ...(beforeSeq !== undefined && { beforeSeq }) });
  return (
    <Card title="What was done" note="Newest first. Nobody can change this list.">
      <Loaded query={activity}>
        {({ lines, hasMore, isWhole }) => (
          <>
            {!isWhole && (
              <NotificationBanner tone="bad" title="A line of this list was changed outside the app.">
                <p>Open a backup from before and compare, or ask your support organisation.</p>
              </NotificationBanner>
            )}
            <DataTable
              caption="What was done"
              isCaptionHidden
              rows={lines}
              rowKey={({ seq }) => String(seq)}
              columns={[
                { id: "what", title: "What", isRowHeader: true, cell: ({ what }) => what },
                { id: "who", title: "Who", cell: ({ who }) => who },
                { id: "when", title: "When", cell: ({ at }) => momentInWords(at) },
              ]}
            />
            <Row>
              {pages.length > 1 && <Button onClick={() => setPages(pages.slice(0, -1))}>Newer</Button>}
              {hasMore && <Button onClick={() => setPages([...pages, lines.at(-1)?.seq])}>Older</Button>}
            </Row>
          </>
        )}
      </Loaded>
    </Card>
  );
}
