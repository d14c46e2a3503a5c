import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { keyTarget, type TreeLine } from './tree-keys.ts';
import styles from './VirtualTree.module.css';

interface VirtualTreeProps {
  label: string;
  /** What is shown, in the order of reading; what lies under a closed line is not among it. */
  lines: readonly TreeLine[];
  render: (at: number, isActive: boolean) => ReactNode;
  /** Whether a line begins as was typed. */
  begins: (at: number, typed: string) => boolean;
  toggle: (at: number) => void;
  choose: (at: number) => void;
  chosen?: string | null;
  /** About how high a line is, in pixels. */
  lineHeight: number;
  className?: string;
}

/**
 * A tree of any size: only the lines in sight are in the page, each with its level, place and number of siblings, so that
 * a screen reader hears the whole. The keyboard walks it as the ARIA pattern says; the line that has it is never taken away.
 */
export function VirtualTree(props: VirtualTreeProps) {
  const { label, lines, lineHeight, className = '', chosen = null, render, toggle } = props;
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(chosen);
  const chosenAt = placeOf(lines, chosen);
  const here = placeOf(lines, active) ?? chosenAt ?? 0;
  // Known by the lines alone: as a new function at each turn of the wheel it would have all of them measured anew.
  const keyOf = useCallback((at: number) => lines[at]?.key ?? at, [lines]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    getItemKey: keyOf,
    overscan: 6,
    rangeExtractor: (range) => withLine(defaultRangeExtractor(range), here, lines.length),
  });
  const focus = useFocusOf(box, here);
  const walk = useWalk(props, here, (at) => {
    setActive(lines[at]?.key ?? null);
    virtual.scrollToIndex(at, { align: 'auto' });
    focus();
  });
  const isThere = chosenAt !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into sight when it comes, not when it moves
  useLayoutEffect(() => {
    if (chosenAt !== null) virtual.scrollToIndex(chosenAt, { align: 'auto' });
  }, [isThere]);
  const latest = useRef(props);
  latest.current = props;
  const press = useCallback((at: number) => {
    setActive(latest.current.lines[at]?.key ?? null);
    latest.current.choose(at);
  }, []);
  return (
    <div
      ref={box}
      role="tree"
      aria-label={label}
      className={`${styles.box} ${className}`}
      data-scrolls
      onKeyDown={walk}
    >
      <div role="presentation" className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <Line
            key={key}
            line={lines[index] as TreeLine}
            at={index}
            start={start}
            isActive={index === here}
            isChosen={lines[index]?.key === chosen}
            measure={virtual.measureElement}
            render={render}
            toggle={toggle}
            choose={press}
          />
        ))}
      </div>
    </div>
  );
}

/** What the keyboard does on the line that has it. */
function useWalk({ lines, begins, choose, toggle }: VirtualTreeProps, here: number, go: (at: number) => void) {
  const typed = useRef({ text: '', at: 0 });
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isLine(event.target)) return;
    const to = keyTarget(event.key, here, lines, typed.current, begins);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === 'choose') choose(here);
    else if (to === 'toggle') toggle(here);
    else if (to !== null) go(to);
  };
}

interface LineProps extends Pick<VirtualTreeProps, 'render' | 'toggle' | 'choose'> {
  line: TreeLine;
  at: number;
  start: number;
  isActive: boolean;
  isChosen: boolean;
  measure: (element: HTMLElement | null) => void;
}

/** Drawn anew only when something of it is another: while one scrolls, the lines in sight stay as they are. */
const Line = memo(function Line({ line, at, start, isActive, isChosen, measure, render, toggle, choose }: LineProps) {
  const { isOpen, level, place, siblings } = line;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keyboard
    <div
      ref={measure}
      role="treeitem"
      data-index={at}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={isOpen}
      aria-selected={isChosen}
      tabIndex={isActive ? 0 : -1}
      className={styles.line}
      style={{ transform: `translateY(${start}px)`, paddingLeft: 6 + (level - 1) * 18 }}
      onClick={() => choose(at)}
    >
      <span
        aria-hidden
        className={styles.opener}
        onClick={(event) => {
          if (isOpen === undefined) return;
          event.stopPropagation();
          toggle(at);
        }}
      >
        {isOpen === undefined ? '' : isOpen ? '▾' : '▸'}
      </span>
      {render(at, isActive)}
    </div>
  );
});

/** Puts the keyboard on the active line once it is in the page; and again when the line that had it has gone. */
function useFocusOf(box: React.RefObject<HTMLDivElement | null>, here: number): () => void {
  const isWanted = useRef(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || !isWanted.current) return;
    const line = element.querySelector<HTMLElement>(`[data-index="${here}"]`);
    if (line === null) return;
    isWanted.current = false;
    line.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    const element = box.current as HTMLDivElement;
    const lost = new MutationObserver(() => {
      if (!hadIt || document.activeElement !== document.body) return;
      element.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus({ preventScroll: true });
    });
    let hadIt = false;
    const came = () => {
      hadIt = true;
    };
    const left = ({ target }: FocusEvent) => {
      if ((target as HTMLElement).isConnected) hadIt = false;
    };
    element.addEventListener('focusin', came);
    element.addEventListener('focusout', left);
    lost.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', came);
      element.removeEventListener('focusout', left);
      lost.disconnect();
    };
  }, [box]);
  return () => {
    isWanted.current = true;
  };
}

function placeOf(lines: readonly TreeLine[], key: string | null): number | null {
  const at = key === null ? -1 : lines.findIndex((line) => line.key === key);
  return at < 0 ? null : at;
}

function withLine(range: number[], at: number, count: number): number[] {
  if (at >= count || range.includes(at)) return range;
  return at < (range[0] ?? 0) ? [at, ...range] : [...range, at];
}

const isLine = (target: EventTarget): boolean => (target as HTMLElement).getAttribute('role') === 'treeitem';
