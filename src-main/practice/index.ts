export { makePracticeIso, type PracticeIsoRequest } from './practice-iso';
