/**
 * Who works on a team's Cases, in the `cases` table: every person who has taken one, so that a Case can be handed over to a name.
 *
 * | pk         | sk            | item | answers |
 * | ---------- | ------------- | ---- | --- |
 * | `TEAM#met` | `PERSON#osei` | Person and `seenAt` | who of the team works here? |
 */

import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Person } from '../domain/person.ts';
import { itemOf, nounOf } from './item.ts';

export type Roster = ReturnType<typeof createRoster>;

/** More than work in one team; the rest of a page of the table. */
const mostPersons = 200;

export function createRoster({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** With the name and roles that the person now has. */
  async function note({ id, name, team, roles }: Person, seenAt: string): Promise<void> {
    const Item = itemOf({ pk: `TEAM#${team}`, sk: `PERSON#${id}` }, { id, name, team, roles: [...roles], seenAt });
    await client.send(new PutCommand({ TableName: table, Item }));
  }

  /** By name. Roles are as they were when the person last took a Case. */
  async function ofTeam(team: string): Promise<Person[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :team AND begins_with(sk, :person)',
        ExpressionAttributeValues: { ':team': `TEAM#${team}`, ':person': 'PERSON#' },
        Limit: mostPersons,
      }),
    );
    return Items.map((item) => nounOf<Person>(item, ['seenAt'])).sort((a, b) => a.name.localeCompare(b.name));
  }

  return { note, ofTeam };
}
