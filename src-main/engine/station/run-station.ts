import type { DriveIdentity } from '../../../src-shared/drive';
import type { Recipe } from '../../../src-shared/plan';
import type { StationBegin } from '../../../src-shared/station';
import { newGuid } from '../../io';
import { readVentoyLayout } from '../../ventoy';
import type { Host } from '../../host';
import { judgedDrives } from '../judged-drives';
import { readTarget } from '../read-target';
import { identityOn } from '../stick-identity';
import { contentsOf } from './drive-contents';
import { Station, type Examined, type StationParts } from './station';
import type { OpeningRunning } from './opening';
import type { OpenedRecipe, StationTools } from './stick-maker';
import { openVentoyRecipe } from './ventoy-recipe';
import { openWindowsRecipe } from './windows-recipe';

/** Milliseconds between two looks at what is plugged in. On Windows each starts PowerShell, which takes about a second of a processor (assumed). */
const PAUSE_MS = { linux: 1000, win32: 4000 };

/** Holds a recipe against its images, for a series of sticks. Throws what that finds, and `cancelled`. */
export function openSeries(
  name: string,
  recipe: Recipe,
  tools: StationTools,
  running: OpeningRunning,
): Promise<OpenedRecipe> {
  return recipe.kind === 'ventoy'
    ? openVentoyRecipe(name, recipe, tools, running)
    : openWindowsRecipe(name, recipe, tools, running);
}

/** A series that runs until it is stopped, reaches its limit or can't go on. */
export interface RunningStation {
  station: Station;
  /** Settles when nothing is done any more, and the helper with administrator rights was let go. */
  ended: Promise<void>;
}

/**
 * Begins a series, after its one confirmation: asks for administrator rights, once, looks at what is plugged in from then on, and
 * makes the sticks. Throws what `OpenedRecipe.maker` and asking throw; nothing has begun then.
 */
export async function beginStation(
  opened: OpenedRecipe,
  { guard, naming, secrets }: StationBegin,
  tools: StationTools & { allowLoop: boolean },
  tell: Pick<StationParts, 'onState' | 'onEnd'>,
  signal: AbortSignal,
): Promise<RunningStation> {
  const { series } = opened;
  const { sizes } = guard;
  const smallestBytes = sizes.kind === 'between' ? sizes.smallestBytes : series.neededBytes;
  const maker = opened.maker({ naming, secrets, smallestBytes });
  const { host } = tools;
  const { neededBytes, imagePaths } = series;
  const list = () => judgedDrives(host, { ...tools, neededBytes, imagePaths });
  // Before the person is asked for their rights: what is plugged in meanwhile belongs to the series.
  const there = await list();
  const letGo = await host.keepHelper(signal);
  const station = new Station(
    { series, guard, naming },
    {
      ...tell,
      maker,
      examine: (identity, stopped) => examine(identity, host, stopped),
      lookAgain: async () => {
        station.look(await list());
      },
      now: () => new Date(),
      newRecordId: () => (tools.recording === null ? null : newGuid()),
    },
  );
  void station.begin(there);
  const stopLooking = lookAgainAndAgain(station, list, PAUSE_MS[host.platform]);
  const ended = station.ended.then(async () => {
    stopLooking();
    await letGo();
  });
  return { station, ended };
}

function examine(
  identity: DriveIdentity,
  host: Pick<Host, 'openTargets'>,
  signal: AbortSignal,
): Promise<Examined> {
  const target = { kind: 'drive', identity, unmount: false } as const;
  return readTarget(target, host, signal, async (disk) => {
    const found = await identityOn(disk, await readVentoyLayout(disk));
    return { contents: await contentsOf(disk), stickId: 'id' in found ? found.id : null };
  });
}

/** Returns the function that ends it. */
function lookAgainAndAgain(
  station: Station,
  list: () => ReturnType<typeof judgedDrives>,
  pauseMs: number,
): () => void {
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;
  const look = async (): Promise<void> => {
    // A list that fails once is asked for again: nothing is concluded from it.
    const drives = await list().catch(() => null);
    if (isOver) return;
    if (drives) station.look(drives);
    timer = setTimeout(() => void look(), pauseMs);
  };
  timer = setTimeout(() => void look(), pauseMs);
  return () => {
    isOver = true;
    if (timer) clearTimeout(timer);
  };
}
