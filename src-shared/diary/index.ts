export { classesOf, summarise, type ClassSummary } from './classes';
export { DiarySchema, type Diary } from './diary';
export {
  DIARY_FILE_BYTES,
  DiaryFileSchema,
  MOST_ENTRIES,
  mergeEntries,
  parseDiary,
  writeDiary,
  type DiaryText,
} from './diary-file';
export {
  ComputerKindSchema,
  DIARY_LIMITS,
  DiaryEntrySchema,
  DiaryResultSchema,
  FirmwareSchema,
  MOST_SECONDS,
  SecureBootSchema,
  type ComputerKind,
  type DiaryEntry,
  type DiaryResult,
  type Firmware,
  type SecureBoot,
} from './entry';
export { StickIdSchema, stickIdOfDisk, stickIdOfVentoy, type StickId } from './stick-id';
export { diaryCsv, diaryTable } from './table';
