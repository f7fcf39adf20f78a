import { useAppInfo, useCommand, useQuery, useTask } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
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
const minutesIdle = [5, 10, 15, 30, 60].map((count) => ({ value: String(count), label: `${count} minutes` }));

/** Colours, text size, when the file locks itself, large print. Each choice counts at once. */
export function AppearanceCard() {
  const info = useAppInfo();
  const settings = useQuery("settings.get", {});
  const change = useTask("desktop.setTheme");
  const setSetting = useCommand("settings.set");
  const preferences = info.data?.preferences;
  return (
    <Card title="How it looks">
      <FailureMessage of={change} />
      <FailureMessage of={setSetting} />
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
      <SelectField
        name="idleMinutes"
        label="Lock the file when nobody used it for"
        choices={minutesIdle}
        value={String(preferences?.idleMinutes ?? 10)}
        onValueChange={(count) => change.mutate({ idleMinutes: Number(count) })}
      />
      <Checkbox
        name="largePrint"
        label="Make payslips and other papers in large print"
        value={settings.data?.largePrint ?? false}
        onValueChange={(largePrint) => setSetting.mutate({ largePrint })}
      />
    </Card>
  );
}
