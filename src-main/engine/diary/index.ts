export { DiaryStore } from './diary-store';
export { exportDiary } from './export-diary';
export { readDiaryFile } from './read-diary-file';
