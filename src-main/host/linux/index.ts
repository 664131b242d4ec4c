export { createHost } from './create-host';
export { requireTools } from './tools';
