import { QueryClient, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { pathParameters } from '#/platform/contract/contract.ts';
import { Problem, type Rfc9457 } from '#/platform/errors.ts';
import { spokenLanguage } from '#/platform/i18n/texts.ts';

/** What the client has to know of a contract. */
export interface Askable<I extends z.ZodObject, O extends z.ZodType> {
  method: 'GET' | 'POST';
  path: string;
  input: I;
  output: O;
}

/**
 * Asks the server. The answer has the contract's type and is not parsed again: server and page are of one build, and the
 * server parses what it sends. Throws `Problem`: what the server refused, or `network.gone`.
 */
export async function ask<I extends z.ZodObject, O extends z.ZodType>(
  contract: Askable<I, O>,
  input: z.input<I>,
  signal?: AbortSignal,
): Promise<z.output<O>> {
  const { path, rest } = inPath(contract.path, input as Record<string, unknown>);
  const isPost = contract.method === 'POST';
  const response = await reach(isPost ? path : path + query(rest), {
    method: contract.method,
    headers: { accept: 'application/json', ...(isPost ? { 'content-type': 'application/json' } : {}) },
    body: isPost ? JSON.stringify(rest) : undefined,
    signal,
  });
  return (await response.json()) as z.output<O>;
}

/** Sends a file as it is, as the body; the input goes into the address. */
export async function askWithFile<I extends z.ZodObject, O extends z.ZodType>(
  contract: Askable<I, O>,
  input: z.input<I>,
  file: File,
): Promise<z.output<O>> {
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream' };
  const response = await reach(fileAddress(contract, input), { method: 'POST', headers, body: file });
  return (await response.json()) as z.output<O>;
}

/** Sends a request with the session's cookie in the language of the screen; whatever is no success is a `Problem`. */
export async function reach(address: string, options: RequestInit): Promise<Response> {
  const headers = { ...options.headers, 'accept-language': spokenLanguage() };
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...options, headers });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Problem('network.gone', 'The server cannot be reached.', { status: 503, cause: error });
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** The address of a file that a route answers with, for a link. */
export function fileAddress<I extends z.ZodObject, O>(
  contract: { path: string; input: I; output: O },
  input: z.input<I>,
): string {
  const { path, rest } = inPath(contract.path, input as Record<string, unknown>);
  return path + query(rest);
}

/** The answer to a question, kept for as long as the page does not ask anew; null: nothing is asked yet. */
export function useAsk<I extends z.ZodObject, O extends z.ZodType>(contract: Askable<I, O>, input: z.input<I> | null) {
  return useQuery({
    queryKey: [contract.path, input],
    queryFn: ({ signal }) => ask(contract, input as z.input<I>, signal),
    enabled: input !== null,
  });
}

/** The answers this page has got. What the server refused is not asked again by itself; a lost connection is, once. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      networkMode: 'always', // the server may be this very machine, without any network
      refetchOnWindowFocus: false,
      retry: (failures, error) => error instanceof Problem && error.code === 'network.gone' && failures < 1,
      retryDelay: 500,
    },
  },
});

async function readProblem(response: Response): Promise<Problem> {
  const { status, statusText } = response;
  try {
    const body = (await response.json()) as Rfc9457;
    return new Problem(body.code, body.title, { status, fields: body.errors ?? [] });
  } catch {
    return new Problem('answer.unreadable', `${status} ${statusText}`, { status }); // a proxy between, not our server
  }
}

function inPath(path: string, input: Record<string, unknown>): { path: string; rest: Record<string, unknown> } {
  const names = new Set(pathParameters(path));
  const filled = path.replaceAll(/\{([^}]+)\}/g, (_all, name: string) => encodeURIComponent(String(input[name])));
  return { path: filled, rest: Object.fromEntries(Object.entries(input).filter(([name]) => !names.has(name))) };
}

function query(values: Record<string, unknown>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) if (one !== undefined && one !== null) given.append(name, String(one));
  const text = given.toString();
  return text === '' ? '' : `?${text}`;
}
