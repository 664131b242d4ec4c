import { createHash, randomBytes } from 'node:crypto';
import { mergeVentoyConfig, storedPassword, type VentoyConfig } from '../../src-shared/ventoy-json';

/** Settings with the password that Ventoy's menu asks for before anything starts; null changes nothing. */
export function withMenuPassword(config: VentoyConfig, password: string | null): VentoyConfig {
  if (password === null) return config;
  const salt = randomBytes(12).toString('hex');
  const bootpwd = storedPassword(password, salt, (text) =>
    createHash('md5').update(text).digest('hex'),
  );
  return mergeVentoyConfig(config, { password: { bootpwd } });
}
