/** Looks at the companion until every check is ready; when it has stopped, until it is back. */
import { ask, isPaired } from './companion.js';
import { showCompanion } from './state.js';

const LOOK_AGAIN_MS = 1_500;

let timer = 0;
let isWell = false;

/** @param {() => void} onWell called when checks can be asked for again, or more of them than before */
export async function watchCompanion(onWell) {
  clearTimeout(timer);
  const status = await ask('status').catch(() => null);
  showCompanion(status);
  const wasWell = isWell;
  isWell = Boolean(status?.detectors.every(({ state }) => state !== 'loading'));
  if (isWell && !wasWell) onWell();
  if (!isWell && isPaired()) timer = setTimeout(() => watchCompanion(onWell), LOOK_AGAIN_MS);
}
