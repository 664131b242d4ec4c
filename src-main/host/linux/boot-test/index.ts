export { bootTest } from './boot-test';
