import { InvalidArgumentError, Option } from 'commander';
import * as z from 'zod';

/** Where everything is kept unless a command says otherwise: in the folder one stands in, so that a clone keeps its own. */
export const dataOption = () => new Option('--data <dir>', 'folder for tables, queues, evidence and logs').default('.fencewatch');

export const jsonOption = () => new Option('--json', 'print JSON instead of text');

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('Expected a whole number, 0 or more.');
  return number;
}

export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('Expected a port number, 0 to 65535.');
  return port;
}

/** A day of the calendar: `2026-11-22`. */
export function day(text: string): string {
  const read = z.iso.date().safeParse(text);
  if (!read.success) throw new InvalidArgumentError('Expected a day such as 2026-11-22.');
  return read.data;
}
