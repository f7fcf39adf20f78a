import { PageHeader } from "../../components/PageHeader.tsx";
import { Stack } from "../../components/Stack.tsx";
import { ActivityCard } from "./ActivityCard.tsx";
import { AppearanceCard } from "./AppearanceCard.tsx";
import { FileCard } from "./FileCard.tsx";
import { GlossaryCard } from "./GlossaryCard.tsx";
import { NoticesCard } from "./NoticesCard.tsx";

/** How the app looks, how the file is kept safe, what was done, and what words mean. */
export function SettingsScreen() {
  return (
    <>
      <PageHeader title="Settings" lead="How the app looks, how your file is kept safe, and what was done in it." />
      <Stack>
        <AppearanceCard />
        <FileCard />
        <ActivityCard />
        <GlossaryCard />
        <NoticesCard />
      </Stack>
    </>
  );
}
