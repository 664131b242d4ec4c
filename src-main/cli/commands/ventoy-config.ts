import type { VentoyFound } from '../../../src-shared/ventoy-stick-content';
import { requireVentoyHost, requireVentoyStick } from '../../engine';
import type { Context } from '../context';
import { withOptions, type GivenOption } from '../recipe-arguments';
import { fromNowhere, givenSecrets } from '../secrets';
import { supply } from '../supply';
import { existingTarget, requireBareDisk } from '../targets';
import { ventoyMenuGroup } from '../ventoy-config-options';
import { changeStick, type ChangeOptions } from './ventoy';

export interface ConfigOptions extends ChangeOptions {
  secretsStdin: boolean;
}

/**
 * `sticksmith ventoy config TARGET`: changes the stick's `ventoy/ventoy.json` as the options say, or prints that file when
 * there are none. What they don't speak of stays.
 */
export async function ventoyConfig(
  target: string,
  options: ConfigOptions,
  given: readonly GivenOption[],
  context: Context,
): Promise<void> {
  requireVentoyHost(context.host);
  if (given.length === 0) {
    const { config, configText } = await read(target, context);
    const lines = configText?.trimEnd().split('\n') ?? ['There is no ventoy/ventoy.json on it.'];
    context.output.result({ config, text: configText }, lines);
    return;
  }
  const secrets = await givenSecrets({ ...fromNowhere, secretsStdin: options.secretsStdin });
  const supplied = await supply(given, { ...options, secrets, dryRun: false }, context);
  const present = (await read(target, context)).config ?? {};
  const { config } = withOptions([ventoyMenuGroup], { config: present }, given, supplied);
  await changeStick(target, { config, configReplaces: true }, options, context);
}

async function read(target: string, context: Context): Promise<VentoyFound> {
  requireBareDisk(target);
  const found = await existingTarget(target, context);
  return requireVentoyStick(found, context.host, context.signal);
}
