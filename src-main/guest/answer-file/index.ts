export { ANSWER_FILE_PATH, buildAnswerFile } from './build';
export { localAccountEdits } from './local-account';
export type { AnswerNote } from './notes';
export { readUserAnswerFile, type UserAnswerFile } from './user-file';
export type { AnswerChoice, AnswerFileRequest } from './wanted';
