import { GetRolePolicyCommand, IAMClient, PutRolePolicyCommand, paginateListRolePolicies, paginateListRoles } from '@aws-sdk/client-iam';
import * as z from 'zod';
import type { Emulator } from './emulator.ts';

const policySchema = z.object({
  Statement: z.array(
    z.looseObject({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.union([z.unknown(), z.array(z.unknown())]) }),
  ),
});

/**
 * On AWS who may send a message may send ten at once; the emulator asks for a right `sqs:SendMessageBatch`, which AWS does not know (SQS developer guide,
 * "Amazon SQS API permissions"). Roles of the stack get it for the queues that they may send to, and for no others.
 */
export async function letBatchesBeSent({ region, url, credentials }: Emulator, stack: string): Promise<void> {
  const client = new IAMClient({ endpoint: url, region, credentials });
  for await (const { Roles = [] } of paginateListRoles({ client }, {})) {
    for (const { RoleName = '' } of Roles) if (RoleName.startsWith(`${stack}-`)) await extend(client, RoleName);
  }
}

async function extend(client: IAMClient, RoleName: string): Promise<void> {
  for await (const { PolicyNames = [] } of paginateListRolePolicies({ client }, { RoleName })) {
    for (const PolicyName of PolicyNames) {
      const { PolicyDocument = '' } = await client.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
      const { Statement } = policySchema.parse(JSON.parse(decodeURIComponent(PolicyDocument)));
      const sending = Statement.filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'));
      if (sending.length === 0) continue;
      const batches = sending.map((statement) => ({ ...statement, Action: 'sqs:SendMessageBatch' }));
      const document = JSON.stringify({ Version: '2012-10-17', Statement: batches });
      await client.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'SendsBatches', PolicyDocument: document }));
    }
  }
}
