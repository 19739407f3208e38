import { expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { Said } from '../../../shared/domain/notice/answer.ts';
import { aCase, aListing, aRecord, aReviewer, aRevision, aSource, partsOver, signedInAs } from '../../support/console-data.ts';
import { aNoticeOf, anAnswerTo } from '../../support/notices.ts';

async function casePage(...said: Said[]): Promise<string> {
  const item = aCase({ state: 'confirmed' });
  const { notice, verification } = aNoticeOf(item);
  const answers = said.map((each, index) => ({ ...anAnswerTo(notice, each), number: index + 1 }));
  const world = { cases: [item], listings: [aListing()], revisions: [aRevision()], records: [aRecord()], sources: [aSource()] };
  const parts = partsOver({ ...world, notices: [notice], verifications: [verification], answers }, { access: signedInAs(aReviewer()) });
  return (await createConsole(parts).request(`/cases/${item.id}`)).text();
}

it('a case’s page says what the platform said last, beside what was seen and never in place of it', async () => {
  const html = await casePage({ answer: 'refused', reason: 'not-found', words: 'first <b>words</b>' }, { answer: 'removed' });
  expect(html).toMatch(/The platform says<\/dt>\s*<dd[^>]*>Removed, /);
  expect(html).toContain('Since the notice');
  expect(html).not.toContain('Removed, verified');
  expect(html).toContain('Marktplein says: refused: cannot find the listing. “first &lt;b&gt;words&lt;/b&gt;”');
});

it('a dispute stands on top of the case’s page, while it is the platform’s last word', async () => {
  const wrong: Said = { answer: 'wrong', words: 'It is an empty box.' };
  expect(await casePage(wrong)).toMatch(/The platform says that the notice is wrong\.<\/strong>.*It is an empty box\./);
  expect(await casePage(wrong, { answer: 'removed' })).not.toContain('The platform says that the notice is wrong.</strong>');
  expect(await casePage({ answer: 'need-more', words: 'Which photo?' })).toContain('The platform needs to know more.');
});
