export { foreseeRepair, repairStick, type RepairTools, type RepairWishes } from './repair-stick';
export { volumeKeyIn } from './volume-key-in';
