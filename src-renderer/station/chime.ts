export type Tune = 'finished' | 'failed';

interface Note {
  hertz: number;
  /** Seconds after the tune begins. */
  at: number;
}

/** Two notes that rise, and three low ones: told apart without looking, and by ears that hear no high notes. */
const tunes: Record<Tune, readonly Note[]> = {
  finished: [
    { hertz: 523.25, at: 0 },
    { hertz: 783.99, at: 0.16 },
  ],
  failed: [
    { hertz: 246.94, at: 0 },
    { hertz: 196, at: 0.24 },
    { hertz: 246.94, at: 0.48 },
  ],
};

const SECONDS = 0.22;
const LOUDNESS = 0.2;

/** Plays a tune once. Where the computer has no sound, nothing happens. */
export function chime(tune: Tune): void {
  const context = new AudioContext();
  const notes = tunes[tune].map(({ hertz, at }) => playNote(context, hertz, at));
  const last = notes.at(-1);
  last?.addEventListener('ended', () => void context.close());
}

function playNote(context: AudioContext, hertz: number, at: number): OscillatorNode {
  const begin = context.currentTime + at;
  const loudness = context.createGain();
  // Swelling and fading, so that nothing clicks.
  loudness.gain.setValueAtTime(0, begin);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
  loudness.gain.linearRampToValueAtTime(0, begin + SECONDS);
  const note = new OscillatorNode(context, { type: 'triangle', frequency: hertz });
  note.connect(loudness).connect(context.destination);
  note.start(begin);
  note.stop(begin + SECONDS);
  return note;
}
