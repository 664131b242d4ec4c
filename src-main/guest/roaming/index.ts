export { readDomainJoin } from './domain-join';
export { readWifiProfile, type ExportedWifiProfile } from './read-wifi-profile';
export { wifiProfile, type WifiNetwork } from './wifi-profile';
