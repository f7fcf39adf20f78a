import { waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DataTable } from "../../../renderer/components/DataTable.tsx";
import { Explanation } from "../../../renderer/components/Explanation.tsx";
import { Hours } from "../../../renderer/components/Hours.tsx";
import { LongDate } from "../../../renderer/components/LongDate.tsx";
import { Money } from "../../../renderer/components/Money.tsx";
import { Ring } from "../../../renderer/components/Ring.tsx";
import { StackedBar } from "../../../renderer/components/StackedBar.tsx";
import { addingLine, explain, tellingLine } from "../../../shared/core/explanation.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { FigureParts } from "../../support/gallery/FigureParts.tsx";
import { renderWithProviders } from "../../support/renderWithProviders.tsx";

const tax = explain({ name: "HMRC tax table routines", source: "https://www.gov.uk/paye", ratesYear: "2026 to 2027" }, [
  tellingLine("Tom has earned £20,961.20 since 6 April."),
  addingLine("Tax is due on £12,256 at 20%.", pence(245120)),
  addingLine("He has already paid this much.", pence(-216760)),
]);

describe("an amount", () => {
  it("has a real minus sign for the eye and the word for the ear", () => {
    const { screen } = renderWithProviders(
      <p>
        <Money amount={pence(-30000)} />
      </p>,
    );
    expect(screen.getByText("−£300.00")).toHaveAttribute("aria-hidden", "true");
    expect(screen.getByText("minus £300.00")).toBeInTheDocument();
  });

  it("says dates and hours in full", () => {
    const { screen } = renderWithProviders(
      <p>
        <LongDate on={plainDate("2026-11-27")} withDay /> <LongDate on={plainDate("2026-11-27")} isShort /> <Hours minutes={minutes(61)} />
      </p>,
    );
    expect(screen.getByText("Friday 27 November 2026")).toHaveAttribute("datetime", "2026-11-27");
    expect(screen.getByText("27 November 2026")).toHaveClass("visuallyHidden");
    expect(screen.getByText("1 hour 1 minute")).toHaveClass("visuallyHidden");
  });
});

describe("an explanation", () => {
  it("opens from a button that names the amount, shows the steps, and gives the focus back", async () => {
    const { screen, user } = renderWithProviders(<Explanation of={tax} name="Tom's tax" />);
    const button = screen.getByRole("button", { name: "Why this amount? Tom's tax, £283.60" });
    await user.click(button);
    const dialog = await screen.findByRole("dialog", { name: "Why is Tom's tax £283.60?" });
    expect(within(dialog).getAllByRole("listitem")).toHaveLength(3);
    expect(dialog).toHaveTextContent("Rule: HMRC tax table routines. Rates for 2026 to 2027. Source: https://www.gov.uk/paye");
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await expectNoAxeViolations();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    await waitFor(() => expect(button).toHaveFocus());
  });

  it("can be the amount itself, spoken by what is seen", async () => {
    const { screen, user } = renderWithProviders(<Explanation of={tax} name="Tom's tax" look="amount" />);
    await user.click(screen.getByRole("button", { name: "£283.60 why is Tom's tax this amount?" }));
    expect(await screen.findByRole("dialog")).toBeVisible();
  });
});

describe("a table", () => {
  const rows = [
    { name: "Tom", pay: pence(238560) },
    { name: "Grace", pay: pence(89815) },
    { name: "Priya", pay: pence(133920) },
  ];
  const table = (onExport?: () => void) => (
    <DataTable
      caption="Pay for each person"
      columns={[
        { id: "name", title: "Person", isRowHeader: true, cell: (row) => row.name, sortBy: (row) => row.name },
        { id: "pay", title: "Gross pay", isNumber: true, cell: (row) => <Money amount={row.pay} />, sortBy: (row) => row.pay },
      ]}
      rows={rows}
      rowKey={(row) => row.name}
      totals={{ words: "Total", values: { pay: <Money amount={pence(462295)} /> } }}
      {...(onExport ? { onExport } : {})}
    />
  );

  it("has a caption, row headers and a totals row", async () => {
    const { screen } = renderWithProviders(table());
    expect(screen.getByRole("table", { name: "Pay for each person" })).toBeVisible();
    expect(screen.getAllByRole("rowheader").map((cell) => cell.textContent)).toEqual(["Tom", "Grace", "Priya", "Total"]);
    expect(screen.getByRole("row", { name: "Total £4,622.95" })).toBeVisible();
    await expectNoAxeViolations();
  });

  it("sorts by its header buttons and says which way", async () => {
    const { screen, user } = renderWithProviders(table());
    const names = () =>
      screen
        .getAllByRole("rowheader")
        .map((cell) => cell.textContent)
        .slice(0, 3);
    await user.click(screen.getByRole("button", { name: "Gross pay" }));
    expect(screen.getByRole("columnheader", { name: "Gross pay" })).toHaveAttribute("aria-sort", "ascending");
    expect(names()).toEqual(["Grace", "Priya", "Tom"]);
    await user.click(screen.getByRole("button", { name: "Gross pay" }));
    expect(screen.getByRole("columnheader", { name: "Gross pay" })).toHaveAttribute("aria-sort", "descending");
    expect(screen.getByRole("columnheader", { name: "Person" })).toHaveAttribute("aria-sort", "none");
    expect(names()).toEqual(["Tom", "Priya", "Grace"]);
  });

  it("offers the spreadsheet where there is one", async () => {
    let saved = 0;
    const { screen, user } = renderWithProviders(
      table(() => {
        saved += 1;
      }),
    );
    await user.click(screen.getByRole("button", { name: "Save as a spreadsheet (CSV) of Pay for each person" }));
    expect(saved).toBe(1);
  });

  it("says so when it is empty", () => {
    const { screen } = renderWithProviders(
      <DataTable
        caption="Pay"
        columns={[{ id: "a", title: "Person", cell: () => "" }]}
        rows={[]}
        rowKey={() => ""}
        whenEmpty="No one is paid yet."
      />,
    );
    expect(screen.getByText("No one is paid yet.")).toBeVisible();
  });
});

describe("pictures", () => {
  it("tell in words what a bar shows", () => {
    const { screen } = renderWithProviders(
      <StackedBar
        name="Daytime support"
        parts={[{ words: "Spent £19,140.10", value: 1914010, look: "solid" }]}
        total={3140000}
        restWords="Free £12,259.90"
      />,
    );
    expect(screen.getByRole("img", { name: "Daytime support: Spent £19,140.10. Free £12,259.90." })).toBeVisible();
  });

  it("never show a ring as full while something is missing", () => {
    const { screen } = renderWithProviders(<Ring done={399} total={400} words="399 of 400 checks pass" />);
    expect(screen.getByRole("img", { name: "99%" })).toBeVisible();
    expect(screen.getByText("399 of 400 checks pass")).toBeVisible();
  });
});

describe("the components together", () => {
  it("have no accessibility problem that axe sees, with tables of pictures open", async () => {
    const { screen, user } = renderWithProviders(<FigureParts />);
    await user.click(screen.getByText("Show as a table"));
    await expectNoAxeViolations();
  });

  it("ask before removing, hold the focus, and give it back", async () => {
    const { screen, user } = renderWithProviders(<FigureParts />);
    const remove = screen.getByRole("button", { name: "Remove this shift" });
    await user.click(remove);
    const question = await screen.findByRole("alertdialog", { name: "Remove this shift?" });
    await user.tab();
    await user.tab();
    await user.tab();
    expect(question).toContainElement(document.activeElement as HTMLElement);
    await user.click(within(question).getByRole("button", { name: "Go back" }));
    expect(screen.queryByRole("alertdialog")).toBeNull();
    await waitFor(() => expect(remove).toHaveFocus());
  });

  it("read news out politely and keep it until it is hidden", async () => {
    const { screen, user } = renderWithProviders(<FigureParts />);
    await user.click(screen.getByRole("button", { name: "Finish pay run" }));
    const [notice] = screen.getAllByText("Finished the pay run.");
    expect(notice?.closest("[role=status]")).not.toBeNull();
    const [hide] = screen.getAllByRole("button", { name: "Hide this message" });
    if (hide) await user.click(hide);
    expect(screen.queryByText("Finished the pay run.")).toBeNull();
  });

  it("move between tabs with the arrow keys", async () => {
    const { screen, user } = renderWithProviders(<FigureParts />);
    await user.click(screen.getByRole("tab", { name: "Overview" }));
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("tab", { name: "Pay and tax" })).toHaveAttribute("aria-selected", "true");
    expect(screen.getByRole("tabpanel", { name: "Pay and tax" })).toBeVisible();
  });

  it("open a menu by keyboard and run its action", async () => {
    const { screen, user } = renderWithProviders(<FigureParts />);
    screen.getByRole("button", { name: "More" }).focus();
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("menuitem", { name: "Print" }));
    expect(screen.getAllByRole("status").some((region) => region.textContent?.includes("Print"))).toBe(true);
  });
});
