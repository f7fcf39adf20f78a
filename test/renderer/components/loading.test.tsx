import { describe, expect, it } from "vitest";
import { OperationFailure } from "../../../renderer/api/client.ts";
import { FailureMessage } from "../../../renderer/components/FailureMessage.tsx";
import { LoadedScreen } from "../../../renderer/components/LoadedScreen.tsx";
import { ProgressBar } from "../../../renderer/components/ProgressBar.tsx";
import { notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { renderWithProviders } from "../../support/renderWithProviders.tsx";

const failure = new OperationFailure(notFound("timesheet").error);

describe("a screen with one query", () => {
  it("has its heading and the focus at once, and waits politely", () => {
    const { screen } = renderWithProviders(
      <LoadedScreen title="Timesheets" query={{ data: undefined, error: null, refetch: () => undefined }}>
        {() => <p>never</p>}
      </LoadedScreen>,
    );
    expect(screen.getByRole("heading", { level: 1, name: "Timesheets" })).toHaveFocus();
    expect(document.title).toBe("Timesheets – Plan & Payday");
    expect(screen.getByText("Loading…")).toHaveAttribute("role", "status");
  });

  it("says why it failed and tries again", async () => {
    let tries = 0;
    const refetch = () => {
      tries += 1;
    };
    const { screen, user } = renderWithProviders(
      <LoadedScreen title="Timesheets" query={{ data: undefined, error: failure, refetch }}>
        {() => <p>never</p>}
      </LoadedScreen>,
    );
    expect(screen.getByRole("alert")).toHaveTextContent("We could not find this timesheet. It may have been removed.");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(tries).toBe(1);
    await expectNoAxeViolations();
  });

  it("teaches when there is nothing yet", () => {
    const { screen } = renderWithProviders(
      <LoadedScreen title="Timesheets" query={{ data: [], error: null, refetch: () => undefined }} whenEmpty="Every timesheet is confirmed.">
        {() => <p>never</p>}
      </LoadedScreen>,
    );
    expect(screen.getByRole("heading", { name: "Every timesheet is confirmed." })).toBeVisible();
  });
});

describe("a refused command", () => {
  it("is told at once, with what to do", () => {
    const { screen } = renderWithProviders(
      <FailureMessage of={{ error: new OperationFailure(notAllowed("This week is confirmed", ["Make a correction instead."]).error) }} />,
    );
    expect(screen.getByRole("alert")).toHaveTextContent("This week is confirmedMake a correction instead.");
  });

  it("of our own making carries a reference and no inner words", () => {
    const { screen } = renderWithProviders(<FailureMessage of={{ error: new OperationFailure({ code: "unexpected", reference: "A1B2" }) }} />);
    expect(screen.getByRole("alert")).toHaveTextContent("Nothing was changed");
    expect(screen.getByRole("alert")).toHaveTextContent("A1B2");
  });

  it("shows nothing while all is well", () => {
    const { screen } = renderWithProviders(<FailureMessage of={{ error: null }} />);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("long work", () => {
  it("tells what is happening and how far it is, and can be stopped", async () => {
    let isStopped = false;
    const { screen, user } = renderWithProviders(
      <ProgressBar
        words="Making 3 payslips"
        done={1}
        total={3}
        onCancel={() => {
          isStopped = true;
        }}
      />,
    );
    expect(screen.getByRole("progressbar", { name: "Making 3 payslips" })).toHaveValue(1);
    expect(screen.getByText("1 of 3")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(isStopped).toBe(true);
  });
});
