import { z } from 'zod';
import type { WifiSecurity } from './windows-choices';

/** A passphrase: 8 to 63 printable ASCII characters (IEEE 802.11, annex J.4.1). */
const PASSPHRASE = /^[\x20-\x7e]{8,63}$/;
/** The key itself, 256 bits. WPA3 has none such: its key is made anew from the passphrase. */
const RAW_KEY = /^[0-9a-f]{64}$/i;

export type WifiKeyKind = 'passphrase' | 'raw';

/** What a key is in a network of this kind; null when it is none there. An open network has no key. */
export function wifiKeyKind(key: string, security: WifiSecurity): WifiKeyKind | null {
  if (security === 'open') return null;
  if (PASSPHRASE.test(key)) return 'passphrase';
  return security === 'wpa2' && RAW_KEY.test(key) ? 'raw' : null;
}

/** Whatever is a key in some network. The message repeats nothing of it. */
export const WifiKeySchema = z
  .string()
  .refine(
    (key) => wifiKeyKind(key, 'wpa2') !== null,
    'a key has 8 to 63 characters of ASCII, or 64 hexadecimal digits',
  );
