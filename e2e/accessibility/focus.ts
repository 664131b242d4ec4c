import { type Locator, type Page, expect } from '@playwright/test';

/** Where the focus is, as a person sees it. */
export interface Focus {
  /** Its element in words, or null when the focus is lost to the whole page. */
  on: string | null;
  /** Where it comes in the document. */
  place: number;
  /** How many others had the focus before its first time, since the page was opened. */
  visit: number;
  /** This is not its first time. */
  again: boolean;
  /** Why one doesn't see where the focus is; null when one does. */
  unseen: string | null;
  /** The part of the window it is in, and its place there in pixels, as if all of it were unrolled. */
  region: string;
  box: { top: number; bottom: number; left: number; right: number };
}

/** Runs in the page: tells of what has the focus, and marks it as visited. */
export function currentFocus(): Focus {
  const LEAST_CONTRAST = 3;
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) {
    const box = { top: 0, bottom: 0, left: 0, right: 0 };
    return {
      on: null,
      place: -1,
      visit: -1,
      again: false,
      unseen: 'nothing has it',
      region: '',
      box,
    };
  }
  const again = 'visited' in element.dataset;
  const visit = Number(
    (element.dataset['visited'] ??= String(document.querySelectorAll('[data-visited]').length)),
  );
  const region = element.closest('.dialog, .menu, .toasts, .rail, .scroll, .bar');
  let rolled = 0;
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
    rolled += outer.scrollTop;
  }
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return {
    on: `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 50)}`,
    place: [...document.querySelectorAll('*')].indexOf(element),
    visit,
    again,
    unseen: whyUnseen(element),
    region: region?.className ?? '',
    box: { top: top + rolled, bottom: bottom + rolled, left, right },
  };

  function whyUnseen(focused: HTMLElement): string | null {
    const style = getComputedStyle(focused);
    if (style.outlineStyle === 'none') return 'it has no outline';
    if (parseFloat(style.outlineWidth) < 2) return `its outline is ${style.outlineWidth} thick`;
    const inset = parseFloat(style.outlineOffset) < 0;
    const ground = backgroundOf(inset ? focused : focused.parentElement);
    const contrast = contrastOf(channels(style.outlineColor), ground);
    if (contrast < LEAST_CONTRAST) return `its outline has a contrast of ${contrast.toFixed(2)}`;
    const { x, y, width, height } = focused.getBoundingClientRect();
    const isOutside =
      x + width <= 0 || y + height <= 0 || x >= window.innerWidth || y >= window.innerHeight;
    return isOutside ? 'it is outside of the window' : null;
  }

  function backgroundOf(start: HTMLElement | null): number[] {
    for (let outer = start; outer !== null; outer = outer.parentElement) {
      const [red = 0, green = 0, blue = 0, alpha = 1] = channels(
        getComputedStyle(outer).backgroundColor,
      );
      if (alpha === 1) return [red, green, blue];
    }
    return [255, 255, 255];
  }

  function channels(colour: string): number[] {
    return (colour.match(/[\d.]+/g) ?? []).map(Number);
  }

  /** As WCAG 2 defines it, from 1 to 21. */
  function contrastOf(one: number[], other: number[]): number {
    const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }

  function luminance(colour: number[]): number {
    const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}

/** Runs in the page: what can be used, but was never visited. A group of radio buttons or tabs is one stop. */
export function neverVisited(): string[] {
  const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"]');
  const scope = dialogs[dialogs.length - 1] ?? document;
  return [...scope.querySelectorAll<HTMLElement>('a, button, input, select, textarea, [tabindex]')]
    .filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(':disabled, [data-radix-focus-guard], [aria-hidden="true"]') &&
        element.checkVisibility({ checkVisibilityCSS: true }) &&
        !('visited' in element.dataset),
    )
    .filter(
      (element) =>
        !element.matches('[role="radiogroup"], [role="tablist"], [role="group"]') ||
        element.querySelector('[data-visited]') === null,
    )
    .map(
      (element) =>
        `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 50)}`,
    );
}

/** Whether somebody who reads from the top left to the bottom right would have to look back for the second. */
export function looksBack(from: Focus, to: Focus): boolean {
  if (from.region !== to.region) return false;
  const isAbove = to.box.bottom <= from.box.top + 1;
  const isBesideToTheLeft =
    to.box.top < from.box.bottom && to.box.bottom > from.box.top && to.box.right <= from.box.left;
  const isInNextColumn = to.box.left >= from.box.right;
  return (isAbove && !isInNextColumn) || isBesideToTheLeft;
}

/** The stops of a whole round from the first of the page on, wherever the round began. */
export function fromFirst(round: readonly Focus[]): Focus[] {
  const first = round.findIndex(
    ({ place }) => place === Math.min(...round.map((stop) => stop.place)),
  );
  return [...round.slice(first), ...round.slice(0, first)];
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Presses Tab until something has the focus, as a person would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  for (let press = 0; press < 60; press += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}`);
}
