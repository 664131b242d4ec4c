import { basename } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import { XmlError, decodeXml, elementAt, readXml, type XmlDocument } from '../xml';
import { WLAN_NAMESPACE } from './wifi-profile';

export interface ExportedWifiProfile {
  ssid: string;
  /** The key is in it; without one, Windows asks for it when it first connects. */
  hasKey: boolean;
  /** People sign in to the network by name or certificate, which the profile doesn't bring along. */
  enterprise: boolean;
  /** The profile in UTF-8, ending with a line end; secret when it has a key. */
  xml: Buffer;
}

const LARGEST = 2 ** 20;

/**
 * Reads what `netsh wlan export profile` wrote. Throws `wifi/invalid` when it is no such profile, or when its key was
 * encrypted by the computer it comes from, which alone can decrypt it. The error repeats no key.
 */
export function readWifiProfile(bytes: Buffer, path: string): ExportedWifiProfile {
  const name = basename(path);
  if (bytes.length > LARGEST) throw invalid(name, 'the file is larger than 1 MiB');
  const document = readOrThrow(bytes, name);
  const { root } = document;
  if (root.name !== 'WLANProfile' || root.namespace !== WLAN_NAMESPACE) {
    throw invalid(name, `the first element is no “WLANProfile” of ${WLAN_NAMESPACE}`);
  }
  const text = (...path: string[]) => elementAt(root, ...path)?.text.trim();

  const ssid = ssidOf(text('SSIDConfig', 'SSID', 'hex'), text('SSIDConfig', 'SSID', 'name'));
  if (ssid === null) throw invalid(name, 'the profile has no name of a network');
  if (!text('MSM', 'security', 'authEncryption', 'authentication')) {
    throw invalid(ssid, 'the profile doesn’t say how the network is secured');
  }
  const key = elementAt(root, 'MSM', 'security', 'sharedKey', 'keyMaterial')?.text ?? '';
  const isProtected = text('MSM', 'security', 'sharedKey', 'protected') ?? 'false';
  if (key !== '' && !/^(false|0)$/i.test(isProtected)) {
    throw invalid(ssid, 'its key is encrypted and can be read by the computer it comes from alone');
  }
  return {
    ssid,
    hasKey: key !== '',
    enterprise: /^(true|1)$/i.test(text('MSM', 'security', 'authEncryption', 'useOneX') ?? ''),
    xml: inUtf8(document),
  };
}

/** The bytes of the name count; Windows takes the text only where they are missing. */
function ssidOf(hex: string | undefined, name: string | undefined): string | null {
  if (hex === undefined) return name === undefined || name === '' ? null : name;
  if (!/^([0-9a-f]{2}){1,32}$/i.test(hex)) return null;
  return Buffer.from(hex, 'hex').toString('utf8');
}

function readOrThrow(bytes: Buffer, name: string): XmlDocument {
  try {
    return readXml(decodeXml(bytes));
  } catch (error) {
    if (error instanceof XmlError) throw invalid(name, error.message);
    throw error;
  }
}

function inUtf8({ text, declarationEnd }: XmlDocument): Buffer {
  const body = `${text.slice(declarationEnd).trimEnd()}\n`;
  const start = declarationEnd === 0 ? '' : '<?xml version="1.0"?>';
  return Buffer.from(`${start}${body}`, 'utf8');
}

function invalid(name: string, message: string): Error {
  return stickError('wifi/invalid', { name, message });
}
