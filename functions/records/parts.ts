import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { PhotoIndex } from '../../shared/aws/photo-index.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { RecordStore } from '../../shared/aws/record-store.ts';
import type { TacsInUse } from '../../shared/aws/tacs-in-use.ts';
import type { UploadsBucket } from '../../shared/aws/uploads-bucket.ts';

/** What the records desk's work is done with. */
export interface RecordsParts {
  uploads: Pick<UploadsBucket, 'get'>;
  records: Pick<
    RecordStore,
    'get' | 'upsert' | 'addPhotoHashes' | 'setStatus' | 'statusSet' | 'batch' | 'saveBatch' | 'saveRejects' | 'saveWarnings'
  >;
  /** Which photos look alike, and who shows them. */
  photos: PhotoIndex;
  tacs: TacsInUse;
  matchQueue: QueueSender;
  audit: Pick<AuditStore, 'append'>;
  now: () => Date;
}
