export { noExtras, type ReportExtras } from './extras';
export { page } from './page';
export { checkPage, reportPage, type CheckReport } from './report-page';
export { requireReportName, saveCheck, saveReport } from './save-report';
export { timeOf } from './words';
