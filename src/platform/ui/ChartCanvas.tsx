import { useEffect, useEffectEvent, useRef } from 'react';
import { useAppearance } from './appearance.tsx';
import type { ChartOption, Picked } from './Chart.tsx';
import { type Drawing, openDrawing } from './chart-engine.ts';

interface ChartCanvasProps {
  label: string;
  option: ChartOption;
  height: number;
  onPick?: (picked: Picked) => void;
}

/** A4 without its margins, in CSS pixels: while a page is printed nothing tells how wide it is. */
const paperWidth = 624;

const printed = window.matchMedia('print');
const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');

/** The picture itself, in a chunk of its own: drawn anew for another option, size or theme, and for paper. */
export function ChartCanvas({ label, option, height, onPick }: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(null);
  const { shown } = useAppearance();
  const pick = useEffectEvent((picked: Picked) => onPick?.(picked));
  const draw = useEffectEvent((isStill = stillness.matches) => drawing.current?.draw(option, isStill));
  useEffect(() => {
    const element = box.current as HTMLDivElement;
    const open = (width: number) => {
      drawing.current = openDrawing(element, { width, height });
      drawing.current.onPick((picked) => pick(picked));
      draw();
    };
    const adapt = (width: number) => {
      if (width === 0) return; // behind a tab: it is drawn when it comes into sight
      if (drawing.current === null) open(width);
      else drawing.current.resize(width);
    };
    const observer = new ResizeObserver(() => adapt(element.clientWidth));
    observer.observe(element);
    const print = () => {
      adapt(printed.matches ? Math.min(paperWidth, element.clientWidth) : element.clientWidth);
      draw(true); // in the colours of paper, or of the screen again
    };
    printed.addEventListener('change', print);
    return () => {
      observer.disconnect();
      printed.removeEventListener('change', print);
      drawing.current?.dispose();
      drawing.current = null;
    };
  }, [height]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: draw reads the option; the colours are those of the appearance
  useEffect(() => draw(), [option, shown]);
  return <div ref={box} role="img" aria-label={label} style={{ height }} data-clickable={onPick !== undefined} />;
}
