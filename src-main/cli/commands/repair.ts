import { checksPassed } from '../../../src-shared/check';
import { ExitCode, StickError } from '../../../src-shared/errors';
import { targetName, type Target } from '../../../src-shared/plan';
import type { RepairOutlook } from '../../../src-shared/repair';
import {
  checkTarget,
  foreseeRepair,
  repairStick,
  volumeKeyIn,
  type RepairWishes,
} from '../../engine';
import { askSecret } from '../ask-secret';
import { usageError, workFolder, type Context } from '../context';
import { checkLines, phaseNames } from '../output';
import { outlookLines, repairLines, withRepairTexts } from '../repair-lines';
import { readPassword } from '../secrets';
import { confirmLoss, existingTarget, keptTarget, type AskedTarget } from '../targets';
import { ventoyUpdate } from './ventoy';

export interface RepairOptions {
  unmount: boolean;
  workDir?: string;
  yes: boolean;
  dryRun: boolean;
  passwordStdin: boolean;
  ventoyPackage?: string;
  ventoySha256?: string;
}

/**
 * `sticksmith repair TARGET`: rewrites the parts that start a stick where they are wrong, and nothing else. The check before and
 * after is shown. Exit code 4 when a check fails afterwards.
 */
export async function repair(
  text: string,
  options: RepairOptions,
  context: Context,
): Promise<void> {
  const { output, signal } = context;
  const target = await existingTarget(text, context);
  const found = await foreseen(text, target, options, context);
  if (found === null) return;
  const { outlook, wishes } = found;
  if (options.ventoyPackage !== undefined) throw usageError('this is no Ventoy stick');
  if (options.dryRun || outlook.steps.length === 0) {
    const passed = checksPassed(outlook.before);
    output.result({ outlook: withRepairTexts(outlook), passed }, outlookLines(outlook));
    if (!passed) process.exitCode = ExitCode.verification;
    return;
  }

  for (const line of outlookLines(outlook)) output.say(line);
  const asked = await askedTarget(text, target, outlook, options, context);
  await confirmLoss([asked], options.yes, context);
  const report = await repairStick(
    asked.target,
    { ...wishes, agreed: outlook.steps },
    toolsOf(options, context),
    {
      signal,
      onProgress: (phase, doneBytes, totalBytes) => {
        output.step({ phase, doneBytes, totalBytes }, phaseNames[phase]);
      },
    },
  );
  const passed = checksPassed(report.after);
  output.result({ report: withRepairTexts(report), passed }, repairLines(report));
  if (!passed) process.exitCode = ExitCode.verification;
}

interface Foreseen {
  outlook: RepairOutlook;
  wishes: RepairWishes;
}

/** Null when it is a Ventoy stick, which has been repaired by Ventoy's own program then. */
async function foreseen(
  text: string,
  target: Target,
  options: RepairOptions,
  context: Context,
): Promise<Foreseen | null> {
  const tools = toolsOf(options, context);
  const foresee = async (wishes: RepairWishes): Promise<Foreseen> => {
    return { wishes, outlook: await foreseeRepair(target, wishes, tools, context.signal) };
  };
  const given = options.passwordStdin ? await readPassword(process.stdin) : null;
  try {
    return await foresee({ key: given === null ? null : volumeKeyIn(given) });
  } catch (error) {
    if (!(error instanceof StickError)) throw error;
    const { ventoyPackage } = options;
    if (error.code === 'repair/ventoy' && ventoyPackage !== undefined) {
      await updateVentoy(text, target, { ...options, ventoyPackage }, context);
      return null;
    }
    const canAsk = !context.output.json && process.stdin.isTTY;
    if (error.code !== 'repair/encrypted' || given !== null || !canAsk) throw error;
  }
  const question = 'Password or recovery key of the stick: ';
  return foresee({ key: volumeKeyIn(await askSecret(question, context.signal)) });
}

async function updateVentoy(
  text: string,
  target: Target,
  options: RepairOptions & { ventoyPackage: string },
  context: Context,
): Promise<void> {
  const { output, host, signal } = context;
  const checks = await checkTarget(target, host, signal);
  output.say('The check before:');
  for (const line of checkLines(checks)) output.say(line);
  if (options.dryRun) {
    const steps = ['Ventoy’s own program would write its part again; the files stay.'];
    output.result({ checks, steps }, steps);
    return;
  }
  await ventoyUpdate(text, options, context);
}

function toolsOf({ workDir }: RepairOptions, { host, appFolder }: Context) {
  return { host, workFolder: workFolder(workDir), appFolder };
}

/** The target to be changed, and what a person has to agree to. */
async function askedTarget(
  text: string,
  target: Target,
  { steps }: RepairOutlook,
  { unmount }: RepairOptions,
  context: Context,
): Promise<AskedTarget> {
  const parts = steps.length === 1 ? 'One part' : `${String(steps.length)} parts`;
  const changes = (called: string): string =>
    `${parts} of ${called} will be rewritten. Windows and your files stay as they are.`;
  if (target.kind === 'drive') return keptTarget(text, unmount, changes, context);
  return { target, loss: { text: changes(targetName(target)), everything: false } };
}
