import type { Identifier } from '../identifier.ts';
import { checkDigit, isImei, namesNoDevice, reportingBody } from '../imei.ts';
import type { TacDirectory } from '../tac.ts';

/** What a reader may know besides the text. */
export interface ReadingOptions {
  /** Where the text stood, as the finds shall say: `title`, `attribute:alt`. Left out: `text`. */
  where?: string;
  tacs?: TacDirectory;
  /** The model the listing names, to compare with what the TAC names. */
  model?: string;
}

/** Reads the identifiers in a piece of plain text: `IMEI: 35-693803-564380-9`. Spans are offsets into it. */
export function findIdentifiersInText(text: string, options: ReadingOptions = {}): Identifier[] {
  const found: Identifier[] = [];
  for (const run of text.matchAll(/(?<![\d.])\d(?:[ \-./]{0,2}\d){13,15}(?![\d]|[ \-./]\d)/g)) {
    const digits = run[0].replace(/\D/g, '');
    const labelled = /im[ei]{2}[^\n]{0,30}$/i.test(text.slice(Math.max(0, run.index - 40), run.index));
    const complete = digits.length === 14 ? digits + checkDigit(digits) : digits;
    if (digits.length !== 15 && !labelled) continue;
    if (digits.length !== 16 && !isImei(complete)) continue;
    if (namesNoDevice(complete) || reportingBody(complete).status === 'none') continue;
    const kind = digits.length === 16 ? 'imeisv' : 'imei';
    const span = { start: run.index, end: run.index + run[0].length };
    found.push({ kind, value: complete, confidence: labelled ? 0.97 : 0.6, raw: run[0], where: options.where ?? 'text', span });
  }
  return found;
}
