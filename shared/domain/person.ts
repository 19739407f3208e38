/** Who works with Fencewatch, and what each may do. */

/**
 * Need-to-know, one word a duty: `reviewer` decides Cases, `second-reviewer` is the second pair of eyes, `notice-officer` sends notices,
 * `victim-officer` tells victims, `records-desk` imports and withdraws records, `auditor` reads the audit log and nothing else, `admin` keeps
 * the system running and sees no Case.
 */
export const roles = ['reviewer', 'second-reviewer', 'notice-officer', 'victim-officer', 'records-desk', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A named person who is signed in. */
export interface Person {
  /** What audit rows name as the actor; never given to anybody else. */
  id: string;
  /** As colleagues know this person: `Ama Osei`. */
  name: string;
  /** Whose Cases this person may see. */
  team: string;
  roles: readonly Role[];
}

/** Whether the person holds one of the roles asked for. */
export function holdsOneOf(person: Pick<Person, 'roles'>, asked: readonly Role[]): boolean {
  return asked.some((role) => person.roles.includes(role));
}
