export { ANSWER_FILE_PATH, buildAnswerFile } from './build';
export { localAccountEdits } from './local-account';
export { readUserAnswerFile, type UserAnswerFile } from './user-file';
export type { AnswerFileRequest } from './wanted';
