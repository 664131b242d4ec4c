export { judgeDrivers, type FoundInf, type JudgedDrivers, type TakenDriver } from './judge';
export { Listing, folderOf, nameOf, type ListedFile } from './listing';
