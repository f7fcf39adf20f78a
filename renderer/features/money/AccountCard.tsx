import { useState } from "react";
import type { BankAccountOverview } from "../../../shared/contract/bankOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Figure, FigureRow } from "../../components/Figure.tsx";
import { Money } from "../../components/Money.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { AccountForm } from "./AccountForm.tsx";

/** Where the account stands: the books, the last statement, and whether the two agree. */
export function AccountCard({ account }: { readonly account: BankAccountOverview }) {
  const [isChanging, setIsChanging] = useState(false);
  const ending = account.lastFourDigits ? `, ending ${account.lastFourDigits}` : "";
  return (
    <Card
      title={`${account.name}${ending}`}
      note={account.bankName}
      actions={<Button onClick={() => setIsChanging(true)}>Change the account</Button>}
    >
      <FigureRow>
        <Figure name="In your books" note="Opening balance and every matched line">
          <Money amount={account.ledgerBalancePence} />
        </Figure>
        {account.statementBalancePence !== null && (
          <Figure name="On the last statement" note={account.statementOn ? formatDate(account.statementOn) : ""}>
            <Money amount={account.statementBalancePence} />
          </Figure>
        )}
        <Figure name="Lines to explain">{account.unmatchedCount}</Figure>
        <Figure name="Receipts missing">{account.missingReceiptCount}</Figure>
      </FigureRow>
      <AgreementChip account={account} />
      <Dialog title="Change the bank account" isOpen={isChanging} onClose={() => setIsChanging(false)} closeWords={null}>
        <AccountForm account={account} onDone={() => setIsChanging(false)} />
      </Dialog>
    </Card>
  );
}

function AgreementChip({ account }: { readonly account: BankAccountOverview }) {
  if (account.unmatchedCount > 0) return <StatusChip tone="warn">Explain the lines below, then your books and the bank can be compared</StatusChip>;
  if (account.statementBalancePence === null) return <StatusChip>No statement with a balance yet</StatusChip>;
  return account.statementBalancePence === account.ledgerBalancePence ? (
    <StatusChip tone="ok">Your books and the bank agree</StatusChip>
  ) : (
    <StatusChip tone="bad">Your books and the bank differ. A statement may be missing, or the opening balance may be wrong</StatusChip>
  );
}
