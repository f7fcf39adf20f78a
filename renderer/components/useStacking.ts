import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Narrower than this, in rem, rows are cards even where the words could be squeezed in. */
const leastWidth = 30;

/**
 * Tells whether a table is too wide for its place, so that its rows should become cards. It measures the real table, so
 * long words, large text and zoom count. Widths are in rem: with another text size it measures anew.
 */
export function useStacking(wrap: RefObject<HTMLElement | null>, table: RefObject<HTMLTableElement | null>): boolean {
  const [isStacked, setIsStacked] = useState(false);
  const neededWidth = useRef(leastWidth);

  useLayoutEffect(() => {
    const box = wrap.current;
    if (!box || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const width = box.clientWidth / rem;
      if (width === 0) return;
      if (!isStacked && table.current && table.current.scrollWidth > box.clientWidth + 1) {
        neededWidth.current = Math.max(leastWidth, table.current.scrollWidth / rem);
      }
      setIsStacked(width < neededWidth.current - 0.01);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [wrap, table, isStacked]);

  return isStacked;
}
