import { describe, expect, it } from "vitest";
import * as z from "zod";
import { OperationFailure } from "../../../renderer/api/client.ts";
import { Button } from "../../../renderer/components/Button.tsx";
import { Checkbox, CheckboxGroup } from "../../../renderer/components/CheckboxGroup.tsx";
import { DateField } from "../../../renderer/components/DateField.tsx";
import { FileField } from "../../../renderer/components/FileField.tsx";
import { Form } from "../../../renderer/components/Form.tsx";
import { chosen, dateText, fileChosen, optionalDateText, timeText } from "../../../renderer/components/formSchemas.ts";
import { MoneyField } from "../../../renderer/components/MoneyField.tsx";
import { PageHeader } from "../../../renderer/components/PageHeader.tsx";
import { RadioGroup } from "../../../renderer/components/RadioGroup.tsx";
import { SelectField } from "../../../renderer/components/SelectField.tsx";
import { TextArea } from "../../../renderer/components/TextArea.tsx";
import { PassphraseField, TextField } from "../../../renderer/components/TextField.tsx";
import { TimeField } from "../../../renderer/components/TimeField.tsx";
import { useForm } from "../../../renderer/components/useForm.ts";
import { invalidInput, notAllowed } from "../../../shared/contract/errors.ts";
import { moneyText, requiredText } from "../../../shared/core/text.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { renderWithProviders } from "../../support/renderWithProviders.tsx";

// The fields' order in the schema differs from their order on the screen, on purpose.
const Shift = z.object({
  rate: moneyText("Enter the hourly rate"),
  name: requiredText("Enter the name"),
  on: dateText("Enter the day"),
  startsAt: timeText("Enter when it starts"),
  kind: chosen(["day", "night"], "Choose the kind of time"),
});

function ShiftForm({ onValid, start }: { readonly onValid: (shift: z.output<typeof Shift>) => unknown; readonly start?: Record<string, unknown> }) {
  const form = useForm(Shift, onValid, { start: start ?? {} });
  return (
    <>
      <PageHeader title="Add a shift" />
      <Form of={form}>
        <TextField name="name" label="Name" hint="As on the contract" />
        <DateField name="on" label="Day" hasCalendar />
        <TimeField name="startsAt" label="Starts at" />
        <RadioGroup
          name="kind"
          label="Kind of time"
          choices={[
            { value: "day", label: "Day" },
            { value: "night", label: "Night", reveals: <TextField name="note" label="Who is on call?" /> },
          ]}
        />
        <MoneyField name="rate" label="Hourly rate" />
        <Button type="submit" look="primary">
          Save
        </Button>
      </Form>
    </>
  );
}

async function fillIn({ screen, user }: ReturnType<typeof renderWithProviders>) {
  await user.type(screen.getByLabelText("Name"), "Priya Nair");
  await user.type(screen.getByLabelText("Day", { selector: "input[type=text]" }), "today");
  await user.type(screen.getByLabelText("Starts at"), "9.30pm");
  await user.click(screen.getByLabelText("Night"));
  await user.type(screen.getByLabelText("Hourly rate"), "£1,200.5");
}

describe("a form", () => {
  it("hands over parsed values when everything is right", async () => {
    const saved: unknown[] = [];
    const view = renderWithProviders(<ShiftForm onValid={(shift) => saved.push(shift)} />);
    await fillIn(view);
    await view.user.click(view.screen.getByRole("button", { name: "Save" }));
    expect(saved).toEqual([{ name: "Priya Nair", on: "2026-11-21", startsAt: "21:30", kind: "night", rate: 120050 }]);
    expect(view.screen.queryByRole("alert")).toBeNull();
  });

  it("moves the focus to a summary that lists the errors in the order of the screen, each a link to its field", async () => {
    const { screen, user } = renderWithProviders(<ShiftForm onValid={() => undefined} />);
    await user.click(screen.getByRole("button", { name: "Save" }));
    const summary = await screen.findByRole("alert");
    expect(summary).toHaveFocus();
    expect(summary).toHaveAccessibleName("There is a problem");
    const links = screen.getAllByRole("link").map((link) => link.textContent);
    expect(links).toEqual(["Enter the name", "Enter the day", "Enter when it starts", "Choose the kind of time", "Enter the hourly rate"]);
    expect(document.title).toBe("Error: Add a shift – Plan & Payday");

    await user.click(screen.getByRole("link", { name: "Enter the day" }));
    expect(screen.getByLabelText("Day", { selector: "input[type=text]" })).toHaveFocus();
    await user.click(screen.getByRole("link", { name: "Choose the kind of time" }));
    expect(screen.getByLabelText("Day", { selector: "input[type=radio]" })).toHaveFocus();
    await user.click(screen.getByRole("link", { name: "Enter the hourly rate" }));
    expect(screen.getByLabelText("Hourly rate")).toHaveFocus();
  });

  it("ties hint and error to the field and keeps what was typed", async () => {
    const { screen, user } = renderWithProviders(<ShiftForm onValid={() => undefined} />);
    await user.type(screen.getByLabelText("Hourly rate"), "twelve");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("alert");
    expect(screen.getByLabelText("Hourly rate")).toHaveValue("twelve");
    expect(screen.getByLabelText("Hourly rate")).toBeInvalid();
    expect(screen.getByLabelText("Hourly rate")).toHaveAccessibleDescription('Error: "twelve" is not an amount. Write it like 12.50');
    expect(screen.getByLabelText("Name")).toHaveAccessibleDescription("As on the contract Error: Enter the name");
    expect(screen.getByRole("group", { name: "Kind of time" })).toHaveAccessibleDescription("Error: Choose the kind of time");
    await expectNoAxeViolations();
  });

  it("puts the messages of a refused command on the fields", async () => {
    const view = renderWithProviders(
      <ShiftForm onValid={() => Promise.reject(new OperationFailure(invalidInput({ on: "There is already a shift on this day" }).error))} />,
    );
    await fillIn(view);
    await view.user.click(view.screen.getByRole("button", { name: "Save" }));
    expect(await view.screen.findByRole("link", { name: "There is already a shift on this day" })).toBeVisible();
    expect(view.screen.getByRole("alert")).toHaveFocus();
    expect(view.screen.getByLabelText("Name")).toHaveValue("Priya Nair");
  });

  it("says on top why a rule refuses and what to do", async () => {
    const view = renderWithProviders(
      <ShiftForm onValid={() => Promise.reject(new OperationFailure(notAllowed("This week is confirmed", ["Make a correction instead."]).error))} />,
    );
    await fillIn(view);
    await view.user.click(view.screen.getByRole("button", { name: "Save" }));
    const summary = await view.screen.findByRole("alert");
    expect(summary).toHaveTextContent("This week is confirmed");
    expect(summary).toHaveTextContent("Make a correction instead.");
    expect(summary).toHaveFocus();
  });

  it("starts with what is known and works by keyboard alone", async () => {
    const saved: unknown[] = [];
    const { screen, user } = renderWithProviders(
      <ShiftForm
        onValid={(shift) => saved.push(shift)}
        start={{ name: "Tom Ellery", on: "2026-06-05", startsAt: "09:00", kind: "day", rate: "13.60" }}
      />,
    );
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
    await user.tab();
    expect(screen.getByLabelText("Name")).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(saved).toEqual([{ name: "Tom Ellery", on: "2026-06-05", startsAt: "09:00", kind: "day", rate: 1360 }]);
  });

  it("shows further fields under a chosen radio button", async () => {
    const { screen, user } = renderWithProviders(<ShiftForm onValid={() => undefined} />);
    expect(screen.queryByLabelText("Who is on call?")).toBeNull();
    await user.click(screen.getByLabelText("Night"));
    expect(screen.getByLabelText("Who is on call?")).toBeVisible();
  });
});

describe("a date field", () => {
  const Dated = z.object({ on: dateText("Enter the day"), until: optionalDateText() });
  function DateForm({ onValid }: { readonly onValid: (dates: unknown) => unknown }) {
    const form = useForm(Dated, onValid);
    return (
      <Form of={form}>
        <DateField name="on" label="First day" hint="For example, 27 11 2026" hasCalendar />
        <DateField name="until" label="Last day" isOptional />
        <Button type="submit">Save</Button>
      </Form>
    );
  }

  it.each([
    ["today", "2026-11-21"],
    ["5 june", "2026-06-05"],
    ["5/6/2025", "2025-06-05"],
  ])("takes %s in the day box and fills the others", async (typed, expected) => {
    const saved: unknown[] = [];
    const { screen, user } = renderWithProviders(<DateForm onValid={(dates) => saved.push(dates)} />);
    const [day] = screen.getAllByLabelText("Day");
    if (!day) throw new Error("There is no day box");
    await user.type(day, typed);
    await user.tab();
    expect(screen.getAllByLabelText("Year")[0]).toHaveValue(expected.slice(0, 4));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(saved).toEqual([{ on: expected, until: null }]);
  });

  it("refuses 30 February and keeps it in the boxes", async () => {
    const { screen, user } = renderWithProviders(<DateForm onValid={() => undefined} />);
    const group = screen.getByRole("group", { name: "First day" });
    const boxes = [...group.querySelectorAll("input")];
    for (const [index, text] of ["30", "2", "2026"].entries()) {
      const box = boxes[index];
      if (box) await user.type(box, text);
    }
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("link", { name: "30 2 2026 is not a real date. Write it like 27 11 2026" })).toBeVisible();
    expect(boxes.map((box) => box.value)).toEqual(["30", "2", "2026"]);
  });

  it("takes a day from the calendar and gives the focus back", async () => {
    const { screen, user } = renderWithProviders(<DateForm onValid={() => undefined} />);
    const open = screen.getByRole("button", { name: "Calendar for First day" });
    await user.click(open);
    expect(await screen.findByRole("dialog", { name: "First day" })).toBeVisible();
    expect(screen.getByRole("button", { name: "Later" })).toBeVisible();
    await expectNoAxeViolations();
    await user.keyboard("{ArrowRight}{Enter}");
    expect(screen.queryByRole("dialog")).toBeNull();
    const group = screen.getByRole("group", { name: "First day" });
    expect([...group.querySelectorAll("input")].map((box) => box.value)).toEqual(["22", "11", "2026"]);
  });
});

describe("other fields", () => {
  it("writes a time as people read it when the box is left", async () => {
    const { screen, user } = renderWithProviders(<TimeField name="at" label="Ends at" />);
    await user.type(screen.getByLabelText("Ends at"), "0930");
    await user.tab();
    expect(screen.getByLabelText("Ends at")).toHaveValue("09:30");
  });

  it("reads a file into memory, by button and by drop, and says which", async () => {
    const saved: unknown[] = [];
    const Import = z.object({ statement: fileChosen("Choose a statement") });
    function ImportForm() {
      const form = useForm(Import, (values) => saved.push(values));
      return (
        <Form of={form}>
          <FileField name="statement" label="Bank statement" accept=".csv" />
          <Button type="submit">Read it</Button>
        </Form>
      );
    }
    const { screen, user } = renderWithProviders(<ImportForm />);
    await user.click(screen.getByRole("button", { name: "Read it" }));
    await user.click(await screen.findByRole("link", { name: "Choose a statement" }));
    expect(screen.getByRole("button", { name: "Choose a file" })).toHaveFocus();

    await user.upload(screen.getByLabelText("Bank statement"), new File(["a,b"], "october.csv", { type: "text/csv" }));
    expect(await screen.findByText("Chosen: october.csv")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Read it" }));
    expect(saved).toEqual([{ statement: { fileName: "october.csv", mediaType: "text/csv", base64: btoa("a,b") } }]);
    await expectNoAxeViolations();
  });

  it("shows and hides a passphrase with a button that says which", async () => {
    const { screen, user } = renderWithProviders(<PassphraseField name="passphrase" label="Passphrase" />);
    expect(screen.getByLabelText("Passphrase")).toHaveAttribute("type", "password");
    await user.click(screen.getByRole("button", { name: "Show passphrase" }));
    expect(screen.getByLabelText("Passphrase")).toHaveAttribute("type", "text");
    expect(screen.getByRole("button", { name: "Hide passphrase" })).toHaveFocus();
  });

  it("keeps ticked values in the order of the choices", async () => {
    const saved: unknown[] = [];
    const Ticks = z.object({
      days: z.array(z.string()).min(1, "Choose a day"),
      agreed: z.literal(true, { error: "Tick that you agree" }),
      group: z.string(),
      note: z.string(),
    });
    function TickForm() {
      const form = useForm(Ticks, (values) => saved.push(values));
      return (
        <Form of={form}>
          <CheckboxGroup
            name="days"
            label="Days"
            choices={[
              { value: "mon", label: "Monday" },
              { value: "tue", label: "Tuesday", hint: "Bin day" },
            ]}
          />
          <Checkbox name="agreed" label="I agree" hint="You can change this later" />
          <SelectField name="group" label="Group" choices={[{ value: "a", label: "Group A" }]} />
          <TextArea name="note" label="Note" isOptional />
          <Button type="submit">Save</Button>
        </Form>
      );
    }
    const { screen, user } = renderWithProviders(<TickForm />);
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect((await screen.findAllByRole("link")).map((link) => link.textContent)).toEqual(["Choose a day", "Tick that you agree"]);
    await expectNoAxeViolations();
    await user.click(screen.getByLabelText("Tuesday"));
    await user.click(screen.getByLabelText("Monday"));
    await user.click(screen.getByLabelText("I agree"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(saved).toEqual([{ days: ["mon", "tue"], agreed: true, group: "a", note: "" }]);
  });
});
