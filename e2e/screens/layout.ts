/** Runs in the page: takes every animation that ends to its end, so that colours are final. */
export function finishAnimations(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}

/** Runs in the page: what is wider than its box, or sticks out of the window. */
export function sidewaysOverflow(): string[] {
  return [...document.querySelectorAll('.scroll, .bar, .rail, .dialog, button, .card, .panel')]
    .filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).display !== 'inline',
    )
    .map((element) => `${element.className}: ${element.textContent.slice(0, 60)}`);
}
