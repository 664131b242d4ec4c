import { createHash, randomBytes } from 'node:crypto';
import { storedPassword } from '../../src-shared/ventoy-json';

const SALT_BYTES = 8;

/**
 * A password for Ventoy's menu as it stands in ventoy.json, with a salt of its own. The password as it is typed isn't
 * kept.
 * @throws RangeError for one that `passwordProblem` refuses
 */
export function hashedMenuPassword(clear: string): string {
  const salt = randomBytes(SALT_BYTES).toString('hex');
  return storedPassword(clear, salt, (text) =>
    createHash('md5').update(text, 'utf8').digest('hex'),
  );
}
