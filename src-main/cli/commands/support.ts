import { dataFolder, defaultWorkFolder } from '../../io';
import { gatherSupport, SettingsStore, supportText } from '../../own';
import type { Context } from '../context';

/** `sticksmith support`: what helps somebody else to find out what went wrong, without secrets and names. It is only printed. */
export async function support(context: Context): Promise<void> {
  const data = dataFolder(process.env);
  const store = data === null ? null : new SettingsStore(data);
  const settings = store && { ...store.settings, trustedHashes: store.trusted.length };
  const work = settings?.workFolder ?? defaultWorkFolder(process.env);
  const facts = await gatherSupport({
    ...{ program: context.program, host: context.host, folders: { data, work }, settings },
    lastJob: null,
  });
  context.output.result({ support: facts }, supportText(facts).trimEnd().split('\n'));
}
