import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { fullName } from "../../shared/people/person.ts";
import { useQuery } from "../api/hooks.ts";
import { Dialog } from "../components/Dialog.tsx";
import { TextField } from "../components/TextField.tsx";
import { places } from "./Navigation.tsx";
import { pathTo, routes } from "./routes.ts";
import styles from "./SearchPalette.module.css";

interface Target {
  readonly words: string;
  readonly to: string;
}

const fixedTargets: readonly Target[] = [
  ...places.map(({ name, to }) => ({ words: name, to })),
  { words: "Add a personal assistant", to: routes.personNew },
  { words: "Import a bank statement", to: routes.moneyImport },
  { words: "Set up your budget", to: routes.setup },
];

/** Ctrl or Command and K: type a few letters of a person, a screen or an action, then choose it. */
export function SearchPalette() {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState("");
  const [, goTo] = useLocation();
  const assistants = useQuery("employment.listAssistants", {}, { isOn: isOpen });

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setText("");
      setIsOpen(true);
    };
    document.addEventListener("keydown", open);
    return () => document.removeEventListener("keydown", open);
  }, []);

  const people =
    assistants.data?.map(({ engagement }) => ({ words: fullName(engagement.person), to: pathTo(routes.person, { personId: engagement.id }) })) ?? [];
  const found = [...people, ...fixedTargets].filter(({ words }) => words.toLowerCase().includes(text.trim().toLowerCase()));
  const choose = (to: string) => {
    setIsOpen(false);
    goTo(to);
  };

  return (
    <Dialog title="Search" isOpen={isOpen} onClose={() => setIsOpen(false)}>
      <form
        className={styles.palette}
        onSubmit={(event) => {
          event.preventDefault();
          const first = found[0];
          if (first) choose(first.to);
        }}
      >
        <TextField
          name="search"
          label="Where do you want to go?"
          hint="Enter opens the first in the list."
          type="search"
          value={text}
          onValueChange={setText}
        />
        <p role="status">{found.length === 0 ? "Nothing found." : found.length === 1 ? "1 found." : `${found.length} found.`}</p>
        <ul className={styles.found}>
          {found.map(({ words, to }) => (
            <li key={to}>
              <button type="button" onClick={() => choose(to)}>
                {words}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  );
}
