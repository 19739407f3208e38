/** The pages that have a place at the top of every other, and who is shown the way there. */

import type { Person, Role } from '../../shared/domain/person.ts';
import { holdsOneOf } from '../../shared/domain/person.ts';
import { auditReaders, caseReaders, qualityReaders, scanReaders, victimTellers } from './access.ts';

interface Entry {
  href: '/cases' | '/escalations' | '/victims' | '/checks' | '/scans' | '/desk' | '/quality' | '/audit';
  text: string;
  roles: readonly Role[];
}

const navigation: readonly Entry[] = [
  { href: '/cases', text: 'Cases', roles: caseReaders },
  { href: '/escalations', text: 'Escalations', roles: caseReaders },
  { href: '/victims', text: 'Victims', roles: victimTellers },
  { href: '/checks', text: 'Checks', roles: caseReaders },
  { href: '/scans', text: 'Scans', roles: scanReaders },
  { href: '/desk', text: 'Figures', roles: scanReaders },
  { href: '/quality', text: 'Quality', roles: qualityReaders },
  { href: '/audit', text: 'Audit', roles: auditReaders },
];

/** The entries this person may open, the most used first. */
export function navigationFor(person: Pick<Person, 'roles'>): Entry[] {
  return navigation.filter(({ roles }) => holdsOneOf(person, roles));
}
