import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { Row } from "./Stack.tsx";

export interface ConfirmDialogProps {
  /** A question: "Remove this shift?" */
  readonly title: string;
  readonly isOpen: boolean;
  /** What happens, and whether it can be undone. */
  readonly children: ReactNode;
  /** The button says what it does: "Remove the shift". */
  readonly confirmWords: string;
  readonly cancelWords?: string;
  readonly tone?: "normal" | "danger";
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that is final or removes something. */
export function ConfirmDialog({
  title,
  isOpen,
  children,
  confirmWords,
  cancelWords = "Go back",
  tone = "normal",
  isBusy = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onCancel} role="alertdialog" closeWords={null}>
      <div>{children}</div>
      <Row>
        <Button look={tone === "danger" ? "danger" : "primary"} onClick={onConfirm} isBusy={isBusy}>
          {confirmWords}
        </Button>
        <Button onClick={onCancel}>{cancelWords}</Button>
      </Row>
    </Dialog>
  );
}
