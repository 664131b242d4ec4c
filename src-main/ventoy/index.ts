export { readVentoyLayout } from './layout/read-layout';
