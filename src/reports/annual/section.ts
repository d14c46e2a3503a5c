import type { Pen } from './pen.ts';
import type { Prose } from './prose.ts';
import type { Scene } from './scene.ts';
import type { Targets } from './targets.ts';
import type { Ask, Value } from './value.ts';

/** What a section has at hand beside its own figures. */
export interface Book {
  pen: Pen;
  targets: Targets;
}

/** A part of the report: its figures are declared beside the sentences that speak of them. */
export interface Section {
  title: string;
  asks: (scene: Scene) => Record<string, Ask | null>;
  /** Paragraphs; null where there is nothing to say. */
  write: (values: Readonly<Record<string, Value>>, book: Book) => (Paragraph | null)[];
}

export type Paragraph = Prose & { heading?: string };

interface Declared<K extends string> {
  title: string;
  asks: (scene: Scene) => Record<K, Ask | null>;
  write: (values: Readonly<Record<K, Value>>, book: Book) => (Prose | null)[];
}

/** Holds the sentences to the figures that were asked. */
export function section<K extends string>(declared: Declared<K>): Section {
  return declared as Section;
}

/** One part written as two: first the sentences of the one, then of the other. Their names differ. */
export function together(first: Section, then: Section): Section {
  return {
    title: first.title,
    asks: (scene) => ({ ...first.asks(scene), ...then.asks(scene) }),
    write: (values, book) => [...first.write(values, book), ...then.write(values, book)],
  };
}

/** A section of several parts, each under a heading of its own; a part without a word has none. */
export function sectionOf(title: string, parts: readonly Section[]): Section {
  const name = (i: number, key: string) => `${i}.${key}`;
  return {
    title,
    asks: (scene) =>
      Object.fromEntries(
        parts.flatMap((part, i) => Object.entries(part.asks(scene)).map(([key, one]) => [name(i, key), one])),
      ),
    write: (values, book) =>
      parts.flatMap((part, i) => {
        const prefix = name(i, '');
        const own = Object.fromEntries(
          Object.entries(values).flatMap(([key, value]) =>
            key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
          ),
        );
        const said = part.write(own, book).filter((one) => one !== null);
        return said.map((one, k) => (k === 0 ? { ...one, heading: part.title } : one));
      }),
  };
}
