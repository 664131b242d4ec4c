export { AUTHORITIES } from './authorities';
export { readSignatures, type ProgramSignature, type SignatureState } from './authenticode';
export { readBootProgram, type BootProgram, type ProgramArchitecture } from './pe';
