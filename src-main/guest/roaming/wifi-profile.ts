import { stickError } from '../../../src-shared/errors';
import { wifiKeyKind, type WifiKeyKind } from '../../../src-shared/wifi-key';
import type { WifiSecurity } from '../../../src-shared/windows-choices';
import { escapeText } from '../xml';

export interface WifiNetwork {
  /** 1 to 32 bytes of UTF-8. */
  ssid: string;
  security: WifiSecurity;
  /** It doesn't announce itself, so Windows has to ask for it. */
  hidden: boolean;
  /** Secret. Null for an open network. */
  key: string | null;
}

export const WLAN_NAMESPACE = 'http://www.microsoft.com/networking/WLAN/profile/v1';

/** Microsoft, WLAN_profile schema, authEncryption. WPA3 is known to Windows 10 from version 1903. */
const SECURITY: Record<WifiSecurity, { authentication: string; encryption: string }> = {
  open: { authentication: 'open', encryption: 'none' },
  wpa2: { authentication: 'WPA2PSK', encryption: 'AES' },
  wpa3: { authentication: 'WPA3SAE', encryption: 'AES' },
};

/** Microsoft, WLAN_profile schema, sharedKey, keyType. */
const KEY_TYPE: Record<WifiKeyKind, string> = { passphrase: 'passPhrase', raw: 'networkKey' };

/**
 * A network as `netsh wlan add profile` takes it (Microsoft, WLAN_profile schema). UTF-8; white space may follow.
 * The key stands in it as it is, and Windows encrypts it when the profile is added. Throws `wifi/invalid`.
 */
export function wifiProfile(network: WifiNetwork): Buffer {
  const { ssid, security, hidden } = network;
  const name = textOf(ssid, network);
  const { authentication, encryption } = SECURITY[security];
  const xml = `<?xml version="1.0"?>
<WLANProfile xmlns="${WLAN_NAMESPACE}">
  <name>${name}</name>
  <SSIDConfig>
    <SSID>
      <hex>${Buffer.from(ssid, 'utf8').toString('hex').toUpperCase()}</hex>
      <name>${name}</name>
    </SSID>
    <nonBroadcast>${hidden}</nonBroadcast>
  </SSIDConfig>
  <connectionType>ESS</connectionType>
  <connectionMode>auto</connectionMode>
  <MSM>
    <security>
      <authEncryption>
        <authentication>${authentication}</authentication>
        <encryption>${encryption}</encryption>
        <useOneX>false</useOneX>
      </authEncryption>${sharedKey(network)}
    </security>
  </MSM>
</WLANProfile>
`;
  return Buffer.from(xml, 'utf8');
}

function sharedKey(network: WifiNetwork): string {
  const { key, security } = network;
  if (security === 'open') {
    if (key !== null) throw invalid(network, 'an open network has no key');
    return '';
  }
  const kind = key === null ? null : wifiKeyKind(key, security);
  if (key === null || kind === null) {
    const raw = security === 'wpa2' ? ', or 64 hexadecimal digits' : '';
    throw invalid(network, `its key has 8 to 63 characters of ASCII${raw}`);
  }
  return `
      <sharedKey>
        <keyType>${KEY_TYPE[kind]}</keyType>
        <protected>false</protected>
        <keyMaterial>${textOf(key, network)}</keyMaterial>
      </sharedKey>`;
}

function textOf(text: string, network: WifiNetwork): string {
  const bytes = Buffer.byteLength(network.ssid, 'utf8');
  if (bytes < 1 || bytes > 32) throw invalid(network, 'its name has 1 to 32 bytes');
  try {
    return escapeText(text);
  } catch {
    throw invalid(network, 'its name has a character that a profile can’t hold');
  }
}

function invalid({ ssid }: WifiNetwork, message: string): Error {
  return stickError('wifi/invalid', { name: ssid, message });
}
