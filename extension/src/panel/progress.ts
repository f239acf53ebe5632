/** How far the scan has come: for the eye at every step, for the ear at the beginning, in the middle and at the end. */
import { $ } from '../pages/page.js';
import { make, makeButton } from '../showing/element.js';
import { icon } from '../showing/icon.js';
import { unavailableWords, words } from '../words.js';
import type { Scan } from './scan.js';

export class Progress {
  private heard = '';

  constructor(private readonly redraw: () => void) {}

  began(): void {
    this.heard = '';
    $('progress', HTMLElement).hidden = false;
  }

  show(scan: Scan, isFollowing: boolean): void {
    const { phase } = scan;
    const isOn = phase === 'running' || phase === 'waiting';
    const bar = $('bar', HTMLProgressElement);
    bar.hidden = !isOn;
    bar.max = Math.max(scan.items.size, 1);
    if (scan.items.size === 0) bar.removeAttribute('value');
    else bar.value = scan.done;
    $('stop', HTMLButtonElement).hidden = !isOn && !isFollowing;
    $('how-far', HTMLElement).textContent = farWords(scan, isFollowing);
    this.notice(scan);
    this.say(scan);
  }

  private notice(scan: Scan): void {
    const told = noticeOf(scan, this.redraw);
    const box = $('notice', HTMLElement);
    const key = told?.textContent ?? '';
    if (box.dataset.said === key) return; // left as it is, so that its button keeps focus
    box.dataset.said = key;
    box.hidden = told === null;
    box.replaceChildren(...(told ? [told] : []));
  }

  private say(scan: Scan): void {
    const said = saidOf(scan);
    if (said === null || said === this.heard) return;
    this.heard = said;
    $('said', HTMLElement).textContent = said;
  }
}

export function findingsWords(count: number): string {
  if (count === 0) return words('findings_none_found');
  return count === 1 ? words('findings_one') : words('findings_many', count);
}

const seconds = (ms: number) => (ms / 1000).toFixed(ms < 10_000 ? 1 : 0);

function farWords(scan: Scan, isFollowing: boolean): string {
  const { phase, done, elapsed, items, rows } = scan;
  if (phase === 'stopped') return words('panel_stopped', done, items.size, seconds(elapsed));
  if (phase === 'done') {
    const told = words('panel_done', done, seconds(elapsed));
    return isFollowing ? words('panel_following', told) : told;
  }
  if (items.size === 0) return words('panel_reading');
  return words('panel_far', done, items.size, findingsWords(rows.length), seconds(elapsed));
}

function noticeOf(scan: Scan, redraw: () => void): HTMLElement | null {
  if (scan.phase === 'waiting') {
    const button = makeButton('', 'go-on', words('panel_go_on_here'), () => scan.goOnHere());
    return noticeBox('checking', words('panel_waiting'), button);
  }
  const { basic } = scan;
  if (basic === null) return null;
  const button = makeButton('', 'check-again', words('panel_check_again'), () => {
    scan.checkAgain();
    redraw();
  });
  return noticeBox('off', words('panel_basic', unavailableWords(basic)), button);
}

function noticeBox(look: 'checking' | 'off', said: string, button: HTMLElement): HTMLElement {
  return make('div', 'state', icon(look), make('div', '', make('p', '', said), button));
}

/** Said once each; null while there is nothing new to hear. */
function saidOf({ phase, done, items, rows }: Scan): string | null {
  if (phase === 'waiting') return words('panel_waiting');
  if (phase === 'done') return words('panel_said_done', done, findingsWords(rows.length));
  if (phase === 'stopped') return words('panel_said_stopped', done, findingsWords(rows.length));
  if (items.size >= 100 && done * 2 >= items.size) return words('panel_said_half', items.size);
  return done === 0 ? words('panel_said_began') : null;
}
