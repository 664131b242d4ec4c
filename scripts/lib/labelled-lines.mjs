/**
 * Two programs that print at the same time stay readable: each line carries its program's name, and lines are passed on
 * whole.
 */
export class LabelledLines {
  #unfinished = '';
  #label;
  #write;

  /**
   * @param {string} label
   * @param {(text: string) => void} write gets whole lines, each with its end
   */
  constructor(label, write) {
    this.#label = label;
    this.#write = write;
  }

  /** @param {string} text as it comes from the program */
  add(text) {
    const lines = (this.#unfinished + text).split('\n');
    this.#unfinished = lines.pop() ?? '';
    if (lines.length > 0) this.#write(lines.map((line) => this.#labelled(line)).join(''));
  }

  /** The program has ended: its last line may lack an end. */
  end() {
    if (this.#unfinished !== '') this.#write(this.#labelled(this.#unfinished));
    this.#unfinished = '';
  }

  /** @param {string} line */
  #labelled(line) {
    return `${this.#label} │ ${line}\n`;
  }
}
