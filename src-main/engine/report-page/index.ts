export { checkPage, reportPage, type CheckReport } from './report-page';
export { requireReportName, saveCheck, saveReport } from './save-report';
