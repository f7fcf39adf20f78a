import { useEffect, useState } from "react";
import { forgetAllDrafts } from "../../api/drafts.ts";
import { useQuery } from "../../api/hooks.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Layout } from "../Layout.tsx";
import { CreateFile } from "./CreateFile.tsx";
import styles from "./Gate.module.css";
import { Unfinished } from "./Unfinished.tsx";
import { Unlock } from "./Unlock.tsx";
import { Welcome } from "./Welcome.tsx";

type View = "start" | "welcome" | "create" | "unlock";

/** What stands before the file: welcome, make a file, unlock. Behind it, the app. */
export function Gate() {
  const status = useQuery("vault.status", {});
  const [view, setView] = useState<View>("start");

  const isOpen = status.data?.state === "unlocked";

  useEffect(() => {
    if (!isOpen) forgetAllDrafts();
  }, [isOpen]);

  if (status.data?.state === "unlocked") return <Layout isSample={status.data.isSample} />;
  return (
    <main id="main" className={styles.page}>
      <Loaded query={status}>
        {({ state }) => {
          if (view === "create") return <CreateFile onBack={() => setView("welcome")} />;
          if (state === "confirmingRecovery") return <Unfinished />;
          if (view === "unlock" || (view === "start" && state === "locked")) return <Unlock onBack={() => setView("welcome")} />;
          return <Welcome onCreate={() => setView("create")} onUnlock={() => setView("unlock")} />;
        }}
      </Loaded>
    </main>
  );
}
