/** Colleagues of one team, and one of another. */

import type { Person } from '../../shared/domain/person.ts';

function aPerson(fields: Partial<Person> = {}): Person {
  return { id: 'osei', name: 'Ama Osei', team: 'default', roles: ['reviewer'], ...fields };
}

export const osei = aPerson();
export const novak = aPerson({ id: 'novak', name: 'Jan Novak', roles: ['reviewer', 'second-reviewer'] });
export const bello = aPerson({ id: 'bello', name: 'Ife Bello', roles: ['second-reviewer'] });
export const lindt = aPerson({ id: 'lindt', name: 'Eva Lindt', roles: ['auditor'] });
export const evans = aPerson({ id: 'evans', name: 'Carys Evans', roles: ['notice-officer'] });
export const stranger = aPerson({ id: 'marsh', name: 'Tom Marsh', team: 'north', roles: ['reviewer', 'second-reviewer'] });
