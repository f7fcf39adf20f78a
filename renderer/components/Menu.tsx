import { ChevronDown, type LucideIcon } from "lucide-react";
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import buttonStyles from "./Button.module.css";
import styles from "./Menu.module.css";

export interface MenuAction {
  readonly id: string;
  readonly words: string;
  readonly icon?: LucideIcon;
  readonly onChoose: () => void;
}

/** A button that opens a list of actions. Use for three or more actions of one kind; otherwise plain buttons. */
export function Menu({ words, actions }: { readonly words: string; readonly actions: readonly MenuAction[] }) {
  return (
    <MenuTrigger>
      <Button className={`${buttonStyles.button} ${buttonStyles.secondary}`}>
        {words} <ChevronDown className="icon" aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ""}>
        <AriaMenu className={styles.menu ?? ""} aria-label={words}>
          {actions.map(({ id, words: itemWords, icon: Icon, onChoose }) => (
            <MenuItem key={id} id={id} className={styles.item ?? ""} onAction={onChoose}>
              {Icon && <Icon className="icon" aria-hidden />}
              {itemWords}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
