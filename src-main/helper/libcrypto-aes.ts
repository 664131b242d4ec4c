import { ownAes, type Aes } from '../guest/bitlocker';

/** OpenSSL 3, which knows the processor's AES instructions. */
const SONAME = 'libcrypto.so.3';
const ENCRYPT = 1;
const DECRYPT = 0;

/**
 * The AES of this computer's OpenSSL, for an Electron: its own BoringSSL doesn't look for the processor's instructions. Null
 * where it isn't installed, or doesn't do as AES should. Only the dynamic loader chooses the file.
 */
export async function libcryptoAes(soname = SONAME): Promise<Aes | null> {
  try {
    const aes = await loadAes(soname);
    return isRight(aes) ? aes : null;
  } catch {
    return null;
  }
}

async function loadAes(soname: string): Promise<Aes> {
  // Loaded when needed: a helper that encrypts nothing can do without its native part.
  const { default: koffi } = await import('koffi');
  // Deep: its own functions, not those of the same names in the program that loads it.
  const library = koffi.load(soname, { deep: true });
  const newContext = library.func('void *EVP_CIPHER_CTX_new()');
  const freeContext = library.func('void EVP_CIPHER_CTX_free(void *context)');
  const noPadding = library.func('int EVP_CIPHER_CTX_set_padding(void *context, int padding)');
  const begin = library.func(
    'int EVP_CipherInit_ex(void *context, void *cipher, void *engine, const uint8_t *key, const uint8_t *iv, int direction)',
  );
  const update = library.func(
    'int EVP_CipherUpdate(void *context, void *to, _Out_ int *written, const void *from, int bytes)',
  );
  const aes128 = library.func('void *EVP_aes_128_ecb()');
  const aes256 = library.func('void *EVP_aes_256_ecb()');
  // Freeing a context overwrites the key in it.
  const unused = new FinalizationRegistry<unknown>((context) => {
    freeContext(context);
  });

  const blocksInPlace = (key: Buffer, direction: number) => {
    if (key.length !== 16 && key.length !== 32) {
      throw new RangeError(`an AES key of ${String(key.length)} bytes`);
    }
    const cipher: unknown = key.length === 16 ? aes128() : aes256();
    const context: unknown = newContext();
    const ready =
      begin(context, cipher, null, key, null, direction) === 1 && noPadding(context, 0) === 1;
    if (!ready) {
      freeContext(context);
      throw new Error('libcrypto refuses an AES key');
    }
    const written = [0];
    const translate = (blocks: Int32Array, words: number): void => {
      const bytes = words * 4;
      if (update(context, blocks, written, blocks, bytes) !== 1 || written[0] !== bytes) {
        throw new Error('libcrypto translates no blocks');
      }
    };
    unused.register(translate, context);
    return translate;
  };
  return {
    encryptor: (key) => blocksInPlace(key, ENCRYPT),
    decryptor: (key) => blocksInPlace(key, DECRYPT),
  };
}

/** Whether it does what node:crypto does, both ways, with keys of both sizes. */
function isRight(aes: Aes): boolean {
  return [16, 32].every((bytes) => {
    const key = Buffer.from(Array.from({ length: bytes }, (_, i) => i * 7 + 1));
    const plain = Int32Array.from({ length: 64 }, (_, i) => Math.imul(i, 0x9e3779b1));
    const [mine, known] = [plain.slice(), plain.slice()];
    aes.encryptor(key)(mine, mine.length);
    ownAes.encryptor(key)(known, known.length);
    if (mine.every((word, i) => word === plain[i])) return false;
    if (!mine.every((word, i) => word === known[i])) return false;
    aes.decryptor(key)(mine, mine.length);
    return mine.every((word, i) => word === plain[i]);
  });
}
