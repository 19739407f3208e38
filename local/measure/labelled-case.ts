/** A text or page of which a person, or the program that wrote it, has said which identifiers it holds. */

import * as z from 'zod';
import type { Identifier } from '../../shared/domain/identifier.ts';
import { findIdentifiersInHtml } from '../../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../../shared/domain/identifiers/in-text.ts';
import { jsonLinesOf, openFile } from '../commands/json-lines.ts';

const expectedSchema = z.object({
  /** 15 digits, 16 for an IMEISV, 14 hexadecimal digits for a MEID, a serial number, or 15 places with `?` for each digit that is not shown. */
  imei: z.string().min(1),
  kind: z.string(),
  /** The whole number, where one hidden digit follows from the check digit. */
  recoverable: z.string().optional(),
});

const caseSchema = z
  .object({
    id: z.string().min(1),
    lang: z.string().optional(),
    text: z.string().optional(),
    html: z.string().optional(),
    /** Nothing here means that nothing may be claimed. */
    expected: z.array(expectedSchema),
    /** How the number is written, or what else the text holds that looks like one. */
    class: z.string(),
    /** People disagree about it: read, never scored. */
    ambiguous: z.boolean().optional(),
  })
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), 'expected either text or html');

export type ExpectedIdentifier = z.infer<typeof expectedSchema>;
/** `{"id":"d1","lang":"pl","text":"nr IMEI 35…","expected":[{"imei":"355167890712340","kind":"imei"}],"class":"plain"}` */
export type LabelledCase = z.infer<typeof caseSchema>;

/** The labelled cases of a JSON Lines file, which may end in .gz. A bad line is named to `onBad` and the others go on. */
export async function readLabelledCases(path: string, onBad: (line: number, reason: string) => void): Promise<LabelledCase[]> {
  const cases: LabelledCase[] = [];
  for await (const { line, value } of jsonLinesOf(openFile(path), onBad)) {
    const parsed = caseSchema.safeParse(value);
    if (parsed.success) cases.push(parsed.data);
    else onBad(line, parsed.error.issues.map(({ path: field, message }) => `${field.join('.') || 'line'}: ${message}`).join('; '));
  }
  return cases;
}

/** What the reader finds in a case; with `least` 0 also what it thinks too little of to report. */
export function readCase({ html, text = '' }: Pick<LabelledCase, 'html' | 'text'>, options: { least?: number } = {}): Identifier[] {
  return html === undefined ? findIdentifiersInText(text, options) : findIdentifiersInHtml(html, options);
}
