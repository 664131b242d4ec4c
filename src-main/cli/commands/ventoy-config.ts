import { readVentoyStick } from '../../engine';
import type { Context } from '../context';
import { withMenuPassword } from '../menu-password';
import { readOptionFiles, withOptions, type GivenOption } from '../recipe-arguments';
import { menuPasswordFor } from '../secrets';
import { existingTarget, requireBareDisk } from '../targets';
import { ventoyMenuGroup } from '../ventoy-menu-options';
import { changeStick, type ChangeOptions } from './ventoy';

export interface ConfigOptions extends ChangeOptions {
  menuPassword: boolean;
  secretsStdin: boolean;
}

/**
 * `sticksmith ventoy config TARGET`: merges what the options say into the stick's `ventoy/ventoy.json`, or prints that file
 * when there are none.
 */
export async function ventoyConfig(
  target: string,
  options: ConfigOptions,
  given: readonly GivenOption[],
  context: Context,
): Promise<void> {
  if (given.length === 0 && !options.menuPassword && !options.secretsStdin) {
    await printConfig(target, context);
    return;
  }
  const wanted = withOptions([ventoyMenuGroup], { config: {} }, await readOptionFiles(given));
  const password = await menuPasswordFor(options, context);
  await changeStick(target, { config: withMenuPassword(wanted.config, password) }, options, context);
}

async function printConfig(target: string, context: Context): Promise<void> {
  requireBareDisk(target);
  const found = await existingTarget(target, context);
  const { config, configText } = await readVentoyStick(found, context.host, context.signal);
  const lines = configText?.trimEnd().split('\n') ?? ['There is no ventoy/ventoy.json on it.'];
  context.output.result({ config, text: configText }, lines);
}
