/** How Lambda reads the answer of a handler that may fail a part of its batch. */

/**
 * The messages that are to come again. By AWS's list ("Success and failure conditions" of partial batch responses for SQS): an answer
 * that is null or empty, or whose list is null or empty, means that all went well; an entry without an identifier, with an empty one
 * or with one that is not of this batch, or an answer that is no object, means that all failed.
 */
export function failedMessages(answer: unknown, messageIds: readonly string[]): Set<string> {
  const all = new Set(messageIds);
  if (answer === undefined || answer === null) return new Set();
  if (typeof answer !== 'object') return all;
  const failures: unknown = 'batchItemFailures' in answer ? answer.batchItemFailures : null;
  if (failures === null || failures === undefined) return new Set();
  if (!Array.isArray(failures)) return all;
  const failed = new Set<string>();
  for (const failure of failures) {
    const id: unknown = failure?.itemIdentifier;
    if (typeof id !== 'string' || !all.has(id)) return all;
    failed.add(id);
  }
  return failed;
}
