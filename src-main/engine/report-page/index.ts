export { noExtras, type ReportExtras } from './extras';
export { checkPage, reportPage, type CheckReport } from './report-page';
export { requireReportName, saveCheck, saveReport } from './save-report';
