import { useAppInfo, useTask } from "../../api/hooks.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";

const themes = [
  { value: "system", label: "The same as this computer" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "contrast", label: "High contrast" },
] as const;

const sizes = [100, 125, 150, 175, 200].map((percent) => ({ value: String(percent), label: `${percent}%` }));

/** Colours and text size. Each choice counts at once and is remembered on this computer. */
export function AppearanceDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const info = useAppInfo();
  const change = useTask("desktop.setTheme");
  const preferences = info.data?.preferences;
  return (
    <Dialog title="Change how it looks" isOpen={isOpen} onClose={onClose} closeWords="Done">
      <FailureMessage of={change} />
      <RadioGroup
        name="theme"
        label="Colours"
        choices={themes}
        value={preferences?.theme ?? "system"}
        onValueChange={(theme) => change.mutate({ theme: themes.find(({ value }) => value === theme)?.value })}
      />
      <SelectField
        name="textSize"
        label="Text size"
        choices={sizes}
        value={String(preferences?.textSizePercent ?? 100)}
        onValueChange={(percent) => change.mutate({ textSizePercent: Number(percent) })}
      />
    </Dialog>
  );
}
