import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./Button.tsx";
import styles from "./Dialog.module.css";

export interface DialogProps {
  /** Heading and accessible name. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: "normal" | "wide";
  /** "alertdialog" for a question that must be answered. */
  readonly role?: "dialog" | "alertdialog";
  /** Words of the closing button at the foot; null when the children bring their own buttons. */
  readonly closeWords?: string | null;
}

/** A window over the page: holds the focus, closes with Escape, gives the focus back. */
export function Dialog({ title, isOpen, onClose, children, size = "normal", role = "dialog", closeWords = "Close" }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isOpen={isOpen}
      isDismissable={role === "dialog"}
      onOpenChange={(nowOpen) => {
        if (!nowOpen) onClose();
      }}
    >
      <Modal className={`${styles.window} ${styles[size]}`}>
        <AriaDialog role={role} className={styles.dialog ?? ""}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          {closeWords !== null && (
            <div className={styles.foot}>
              <Button icon={X} onClick={onClose}>
                {closeWords}
              </Button>
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
