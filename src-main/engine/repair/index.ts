export { foreseeRepair, repairStick, type RepairTools, type RepairWishes } from './repair-stick';
