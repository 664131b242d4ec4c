export { judgeDrivers, type FoundInf, type JudgedDrivers, type TakenDriver } from './judge';
export { Listing, nameOf, type ListedFile } from './listing';
