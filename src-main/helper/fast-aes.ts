import { ownAes, type Aes } from '../guest/bitlocker';
import { libcryptoAes } from './libcrypto-aes';

let chosen: Promise<Aes> | undefined;

/** The fastest AES of this process: Node's own OpenSSL, or that of the computer where Electron has none. */
export function fastAes(): Promise<Aes> {
  chosen ??= choose();
  return chosen;
}

async function choose(): Promise<Aes> {
  return ('electron' in process.versions ? await libcryptoAes() : null) ?? ownAes;
}
