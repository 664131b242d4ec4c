import type { JobEvent, Report } from '../../../src-shared/job';
import type { StickPlan, Target } from '../../../src-shared/plan';
import type { StationNames } from '../../../src-shared/station';
import type { WindowsChoices } from '../../../src-shared/windows-choices';
import type { MakeRunning } from '../job';
import { planLabel } from '../plan-label';
import { recorded } from '../records';
import { onlyEmptyDrives } from './empty-drives';
import type { MakingRunning, StationTools, StickToMake } from './stick-maker';

/** A drive of a series as the one target of a plan. */
export function targetOf({ identity }: Pick<StickToMake, 'identity'>): Target {
  // A desktop mounts whatever is plugged in, by itself.
  return { kind: 'drive', identity, unmount: true };
}

/** What a stick is called where its computer has no name. */
export function labelOf({ names }: Pick<StickToMake, 'names'>, plan: StickPlan): string | null {
  return names.label ?? planLabel(plan);
}

/** What a person chose for Windows, with the name of one stick's computer; as it is where the stick has none of its own. */
export function namedChoices(choices: WindowsChoices, names: StationNames | null): WindowsChoices {
  const pattern = names?.computerName ?? null;
  if (names === null || pattern === null) return choices;
  // It has its number already.
  const computerName = { pattern, firstNumber: names.number };
  return { ...choices, answers: { ...choices.answers, computerName } };
}

/** Tools by which a drive with files on it is opened only where they may be erased. */
export function toolsFor(
  { mayHoldFiles }: Pick<StickToMake, 'mayHoldFiles'>,
  tools: StationTools,
): StationTools {
  return mayHoldFiles ? tools : { ...tools, host: onlyEmptyDrives(tools.host) };
}

/** Has one stick of a series made, tells its progress, and keeps its record. Throws what `make` throws. */
export function makeOne<Made extends Report>(
  stick: StickToMake,
  plan: StickPlan,
  { program, recording }: StationTools,
  { signal, onProgress }: MakingRunning,
  make: (running: MakeRunning) => Promise<Made>,
): Promise<Made> {
  const onEvent = (event: JobEvent): void => {
    if (event.type !== 'target') return;
    const { type: _, ...progress } = event;
    onProgress(progress);
  };
  const running = { signal, onEvent };
  if (!recording) return make(running);
  const recordIds = stick.recordId === null ? [] : [stick.recordId];
  const facts = { plan, program, label: labelOf(stick, plan), recordIds };
  return recorded(facts, running, recording, make);
}
