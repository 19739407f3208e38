import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createBatchHandler } from '../../shared/aws/batch.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { countedAudit } from '../../shared/aws/counted-audit.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createPhotoIndex } from '../../shared/aws/photo-index.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { queues } from '../../shared/aws/resources.ts';
import { createTacStore } from '../../shared/aws/tac-store.ts';
import { createTacsInUse } from '../../shared/aws/tacs-in-use.ts';
import { createUploadsBucket } from '../../shared/aws/uploads-bucket.ts';
import { recordsRequestSchema } from '../../shared/messages.ts';
import { addPhotos } from './add-photos.ts';
import { importFile } from './import.ts';
import { withdraw } from './withdraw.ts';

const config = readConfig(process.env, [
  ...(['RECORDS_TABLE', 'IDENTIFIERS_TABLE', 'AUDIT_TABLE', 'UPLOADS_BUCKET', 'REFERENCE_BUCKET'] as const),
  ...(['RECORDS_QUEUE_URL', 'RECORDS_DLQ_URL', 'MATCH_QUEUE_URL', 'STAGE'] as const),
]);
const client = createDynamoClient();
const sqs = createSqsClient();
const s3 = createS3Client();
const log = createLog('records');
const metrics = createMetrics({ stage: config.STAGE });
const now = () => new Date();

const parts = {
  uploads: createUploadsBucket({ client: s3, bucket: config.UPLOADS_BUCKET }),
  photos: createPhotoIndex({ client, table: config.IDENTIFIERS_TABLE }),
  records: createRecordStore({ client, table: config.RECORDS_TABLE }),
  matchQueue: createQueueSender({ client: sqs, url: config.MATCH_QUEUE_URL, fifo: queues.match.fifo }),
  audit: countedAudit(createAuditStore({ client, table: config.AUDIT_TABLE }), metrics),
  tacs: createTacsInUse({ store: createTacStore({ client: s3, bucket: config.REFERENCE_BUCKET }), now, log }),
  now,
};

export const handler = createBatchHandler({
  schema: recordsRequestSchema,
  queue: queues.records,
  queueUrl: config.RECORDS_QUEUE_URL,
  deadLetterUrl: config.RECORDS_DLQ_URL,
  sqs,
  log,
  metrics,
  work(request, delivery) {
    switch (request.type) {
      case 'withdraw':
        return withdraw(request, parts);
      case 'add-photos':
        return addPhotos(request, parts);
      case 'import-file':
        return importFile(request, parts, delivery);
    }
  },
});
