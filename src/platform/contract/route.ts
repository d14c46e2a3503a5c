import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Contract, FileOutput } from './contract.ts';

/** A file that an answer is. */
export interface FileAnswer {
  /** As the browser saves it. */
  name: string;
  /** The media type. */
  type: string;
  body: Readable | Uint8Array;
}

type Input<I extends z.ZodObject> = z.infer<I>;
type Answer<O extends z.ZodType | FileOutput> = O extends z.ZodType ? z.input<O> : FileAnswer;

/** A contract with what answers it. `Context` is what the pipeline gives to handlers. */
export interface Route<
  Context,
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType | FileOutput = z.ZodType | FileOutput,
> extends Contract<I, O> {
  /** `body`: of a contract whose body is a stream. */
  handler: (input: Input<I>, context: Context, body: Readable) => Promise<Answer<O>> | Answer<O>;
}

/** Binds a contract to its handler; keeps the types of input and output for it. */
export function bind<Context, I extends z.ZodObject, O extends z.ZodType | FileOutput>(
  contract: Contract<I, O>,
  handler: Route<Context, I, O>['handler'],
): Route<Context> {
  return { ...contract, handler } as unknown as Route<Context>;
}
