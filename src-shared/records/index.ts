export { beginOfDay } from './days';
export {
  RecordListSchema,
  RecordQuerySchema,
  everyRecord,
  findRecords,
  type RecordList,
  type RecordQuery,
} from './find';
export {
  MadeRecordSchema,
  OutcomeSchema,
  RECORD_VERSION,
  RecordIdSchema,
  RecordImageSchema,
  RecordResultSchema,
  RecordSummarySchema,
  RecordTargetSchema,
  RestoredRecordSchema,
  StickRecordSchema,
  VerificationSchema,
  editionOf,
  summaryOf,
  type MadeRecord,
  type MadeSummary,
  type Outcome,
  type RecordId,
  type RecordImage,
  type RecordResult,
  type RecordSummary,
  type RecordTarget,
  type RestoredRecord,
  type StickRecord,
  type Verification,
} from './record';
export { StickLabelSchema, type StickLabel } from './label';
export { recordRequests } from './requests';
export { recordCsv, recordTable } from './table';
