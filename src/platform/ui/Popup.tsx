import {
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './Popup.module.css';

interface PopupProps {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** What the button shows. */
  button: ReactNode;
  /** What the popup is called for those who do not see it. */
  label: string;
  /** What pressing does, said after what the button shows. */
  hint: string;
  className?: string;
  /** large: for a tree; it fills a narrow screen. */
  size?: 'normal' | 'large';
  align?: 'start' | 'end';
  placement?: 'below' | 'above';
  /** Over everything, whatever scrolls or is cut off around the button; the hint then describes the button and is no part of its name. */
  isFree?: boolean;
  children: ReactNode;
}

/**
 * A button with what it opens right behind it in the page, so that Tab walks into it. Esc, a click beside it or the
 * keyboard leaving it close it; the button has the keyboard again afterwards.
 */
export function Popup({
  open,
  setOpen,
  button,
  label,
  hint,
  className,
  isFree = false,
  children,
  ...place
}: PopupProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const isAbove = useRoom(open, box, shown);
  useFree(open && isFree, opener, shown);
  useLeaving(open, box, () => setOpen(false));
  useEffect(() => {
    if (!open) return;
    // A field that asks for the keyboard gets it; otherwise the popup itself.
    const first = shown.current?.querySelector<HTMLElement>('[data-autofocus]') ?? shown.current;
    first?.focus();
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard from everything inside
    <div
      ref={box}
      className={styles.box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open || event.defaultPrevented) return;
        event.preventDefault(); // nor does a dialog around it close
        event.stopPropagation();
        setOpen(false);
        opener.current?.focus();
      }}
    >
      <button
        ref={opener}
        type="button"
        className={className ?? styles.button}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-description={isFree ? hint : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
        {isFree ? null : <span className="for-screen-readers">{hint}</span>}
      </button>
      {open ? (
        <div
          ref={shown}
          id={id}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          popover={isFree ? 'manual' : undefined}
          className={classOf({ ...place, ...(isAbove ? { placement: 'above' } : {}), isFree })}
        >
          {children}
        </div>
      ) : null}
    </div>
  );
}

/** Whether it must open upwards: it would leave the window below, and above there is more room. */
function useRoom(open: boolean, box: RefObject<HTMLElement | null>, shown: RefObject<HTMLElement | null>): boolean {
  const [isAbove, setAbove] = useState(false);
  useLayoutEffect(() => {
    const opener = box.current?.getBoundingClientRect();
    const popup = shown.current?.getBoundingClientRect();
    const isBelow = !open || opener === undefined || popup === undefined || popup.bottom <= innerHeight;
    setAbove(!isBelow && opener.top > innerHeight - opener.bottom);
  }, [open, box, shown]);
  return isAbove;
}

/** In the top layer it stands where the button is, and goes with it when the page is scrolled. */
function useFree(isOpen: boolean, opener: RefObject<HTMLElement | null>, shown: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const popup = shown.current;
    if (!isOpen || popup === null) return;
    popup.showPopover();
    const place = () => {
      const button = opener.current?.getBoundingClientRect();
      if (button === undefined) return;
      const { width, height } = popup.getBoundingClientRect();
      const below = button.bottom + 4;
      const fits = below + height <= innerHeight || button.top < innerHeight - button.bottom;
      popup.style.setProperty('--at-x', `${Math.max(8, Math.min(button.left, innerWidth - width - 8))}px`);
      popup.style.setProperty('--at-y', `${fits ? below : Math.max(8, button.top - 4 - height)}px`);
    };
    place();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  }, [isOpen, opener, shown]);
}

/** A press beside it, or the keyboard going elsewhere, closes it. */
function useLeaving(open: boolean, box: RefObject<HTMLDivElement | null>, close: () => void): void {
  const leave = useEffectEvent((event: Event) => {
    if (event.target instanceof Node && !box.current?.contains(event.target)) close();
  });
  useEffect(() => {
    if (!open) return;
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);
}

function classOf({
  size,
  align,
  placement,
  isFree,
}: Pick<PopupProps, 'size' | 'align' | 'placement' | 'isFree'>): string {
  const { popup, large, end, above, free } = styles;
  if (isFree) return `${popup} ${free}`;
  const all = [popup, size === 'large' && large, align === 'end' && end, placement === 'above' && above];
  return all.filter(Boolean).join(' ');
}
