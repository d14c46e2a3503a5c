import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './TreeList.module.css';

interface TreeListProps {
  label: string;
  children: ReactNode;
}

/**
 * A tree that the keyboard walks as the ARIA pattern says: up, down, right opens or enters, left closes or leaves, Home,
 * End, letters jump, Enter presses. antd's Tree keeps the focus on a hidden field, which axe refuses.
 */
export function TreeList({ label, children }: TreeListProps) {
  const root = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    const here = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]');
    if (here === null || root.current === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...root.current.querySelectorAll<HTMLElement>('[role=treeitem]')];
    const to = target(event.key, here, all, typed.current);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === null) return;
    if (to === here) {
      row(here)?.querySelector<HTMLElement>('[data-opener]')?.click();
      return;
    }
    for (const one of all) one.tabIndex = one === to ? 0 : -1;
    to.focus();
  };
  useEffect(() => (root.current === null ? undefined : keepFocus(root.current)), []);
  return (
    <div ref={root} role="tree" aria-label={label} className={styles.tree} onKeyDown={walk}>
      {children}
    </div>
  );
}

interface TreeItemProps {
  level: number;
  /** What is read and shown. */
  label: ReactNode;
  /** Undefined: nothing is under it. */
  isOpen?: boolean;
  isChosen?: boolean;
  /** The one that Tab reaches before the arrows have walked. */
  isFirst?: boolean;
  toggle?: () => void;
  choose: () => void;
  toggleLabel?: string;
  children?: ReactNode;
}

export function TreeItem({ level, label, isOpen, isChosen, isFirst, toggle, choose, children }: TreeItemProps) {
  return (
    <div
      ref={isChosen ? bringIntoSight : undefined}
      role="treeitem"
      aria-level={level}
      aria-expanded={isOpen}
      aria-selected={isChosen ?? false}
      tabIndex={isFirst ? 0 : -1}
      className={styles.item}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        event.stopPropagation();
        choose();
      }}
      onClick={(event) => {
        event.stopPropagation();
        choose();
      }}
    >
      <div className={styles.row} style={{ paddingLeft: 8 + (level - 1) * 18 }} data-row>
        <span
          className={styles.opener}
          aria-hidden
          data-opener={isOpen === undefined ? undefined : true}
          onClick={(event) => {
            if (isOpen === undefined) return;
            event.stopPropagation();
            toggle?.();
          }}
        >
          {isOpen === undefined ? '' : isOpen ? '▾' : '▸'}
        </span>
        <span className={styles.label}>{label}</span>
      </div>
      {isOpen ? (
        // biome-ignore lint/a11y/useSemanticElements: the group of a tree is no field set
        <div role="group">{children}</div>
      ) : null}
    </div>
  );
}

/** Scrolls the box that the tree stands in. Not scrollIntoView: it would scroll the page too, and the next Tab start there. */
function bringIntoSight(item: HTMLElement | null): void {
  const box = item?.closest('[data-scrolls]');
  if (!item || !box) return;
  const below = item.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (below > box.clientHeight - 40) box.scrollTop += below - box.clientHeight / 2;
}

/** When the item that has the keyboard goes (the last "show more"), the one in its place has it, not the page. */
function keepFocus(root: HTMLElement): () => void {
  let at = -1;
  const items = () => [...root.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const note = (event: FocusEvent) => {
    at = items().indexOf(event.target as HTMLElement);
  };
  const leave = (event: FocusEvent) => {
    if (event.relatedTarget !== null) at = -1;
  };
  const observer = new MutationObserver(() => {
    if (at < 0 || document.activeElement !== document.body) return;
    const all = items();
    const next = all[Math.min(at, all.length - 1)];
    if (next === undefined) return;
    next.tabIndex = 0;
    next.focus();
  });
  root.addEventListener('focusin', note);
  root.addEventListener('focusout', leave);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', note);
    root.removeEventListener('focusout', leave);
    observer.disconnect();
  };
}

/** Undefined: not a key of the tree; null: a key with nowhere to go; the item itself: open or close it. */
function target(key: string, here: HTMLElement, all: HTMLElement[], typed: { text: string; at: number }) {
  const at = all.indexOf(here);
  const open = here.getAttribute('aria-expanded');
  if (key === 'ArrowDown') return all[at + 1] ?? null;
  if (key === 'ArrowUp') return all[at - 1] ?? null;
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all.at(-1) ?? null;
  if (key === 'ArrowRight') return open === 'false' ? here : open === 'true' ? (all[at + 1] ?? null) : null;
  if (key === 'ArrowLeft') {
    if (open === 'true') return here;
    return here.parentElement?.closest<HTMLElement>('[role=treeitem]') ?? null;
  }
  if (key.length !== 1 || key === ' ' || key === '/') return undefined;
  const now = Date.now();
  typed.text = now - typed.at < 700 ? typed.text + key.toLowerCase() : key.toLowerCase();
  typed.at = now;
  const after = [...all.slice(at + (typed.text.length > 1 ? 0 : 1)), ...all.slice(0, at)];
  return (
    after.find((item) => row(item)?.textContent?.replace(/^[▾▸]/, '').trim().toLowerCase().startsWith(typed.text)) ??
    null
  );
}

function row(item: HTMLElement): HTMLElement | null {
  return item.querySelector<HTMLElement>(':scope > [data-row]');
}
