import { useEffect, useRef, useState } from "react";
import type { PaydaySheet } from "../../../shared/contract/hmrcAnswers.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { FiguresTable } from "./FiguresTable.tsx";
import { OneByOne } from "./OneByOne.tsx";
import { TypeBack } from "./TypeBack.tsx";
import { useCopy } from "./useCopy.ts";

/** One person's keying sheet in the order of HMRC's tool: whole, or one box at a time. Then what the tool shows is typed back. */
export function PersonSheet({ payRunId, sheet }: { readonly payRunId: string; readonly sheet: PaydaySheet }) {
  const copying = useCopy();
  const [isOneByOne, setIsOneByOne] = useState(false);
  const [isAllTyped, setIsAllTyped] = useState(false);
  const typeBack = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAllTyped) typeBack.current?.querySelector("input")?.focus();
  }, [isAllTyped]);
  const { employeeName, payslipId } = sheet;
  const startOneByOne = () => {
    setIsOneByOne(true);
    setIsAllTyped(false);
  };
  const table = { employeeName, payslipId, copying };
  return (
    <Card
      title={employeeName}
      note={`Payroll ID ${sheet.payrollId}`}
      actions={
        <LinkButton to={pathTo(routes.payslip, { payslipId })} about={`of ${employeeName}`}>
          See the payslip
        </LinkButton>
      }
    >
      <Stack>
        <Row>
          {sheet.typedBack && <StatusChip tone="ok">Typed back, all agreed</StatusChip>}
          <Button isPressed={!isOneByOne} onClick={() => setIsOneByOne(false)}>
            Whole sheet
          </Button>
          <Button isPressed={isOneByOne} onClick={startOneByOne}>
            One box at a time
          </Button>
        </Row>
        <div role="status" className="visuallyHidden">
          {copying.words}
        </div>
        {isOneByOne ? (
          <OneByOne sheet={sheet} copying={copying} onDone={() => setIsAllTyped(true)} />
        ) : (
          <>
            <Disclosure summary="Screen “Employee details”: check that the tool says the same">
              <FiguresTable caption={`Employee details of ${employeeName}`} figures={sheet.details} {...table} />
            </Disclosure>
            <FiguresTable caption="Screen “Add employee payment”: type these" figures={sheet.payment} {...table} />
            <FiguresTable caption="Then the tool shows: compare these" figures={sheet.shown} {...table} />
            <Disclosure summary="Totals that the tool keeps by itself">
              <FiguresTable caption={`Totals of ${employeeName}`} figures={sheet.totals} {...table} />
            </Disclosure>
          </>
        )}
        <div ref={typeBack} hidden={isOneByOne && !isAllTyped}>
          <TypeBack payRunId={payRunId} sheet={sheet} />
        </div>
      </Stack>
    </Card>
  );
}
