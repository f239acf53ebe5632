/**
 * The looks of everything of ours in a page, as a constructed stylesheet: a page's content security policy forbids
 * inline styles, but has no say over these. Sizes follow the person's own font size (em of `medium`).
 */
import { CURRENT, LINES } from './lines.js';

export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  const marks = Object.entries(LINES).map(([severity, style]) => `.mark.${severity} { ${style} }`);
  made.replaceSync([COLOURS, FRAME, BADGE, CONTROLS, CARD, LOOK, ...marks, `.mark.current { ${CURRENT} }`].join('\n'));
  return made;
}

const COLOURS = `
.frame {
  color-scheme: light;
  --paper: #ffffff; --sunken: #f3f5f8; --ink: #1b2430; --soft: #556070; --line: #cfd6df; --accent: #0b6275;
  --accent-ink: #ffffff; --good: #1c6b3c; --serious: #b01e2e; --warning: #8f4700; --advice: #1a5cb0; --info: #556070;
  --shadow: 0 1px 2px rgb(15 25 40 / .16), 0 8px 28px rgb(15 25 40 / .2);
}
.frame.dark {
  color-scheme: dark;
  --paper: #20262f; --sunken: #2a313c; --ink: #edf0f4; --soft: #b0bac7; --line: #465060; --accent: #74c9dc;
  --accent-ink: #0d1c22; --good: #7fd6a2; --serious: #ff9aa2; --warning: #ffb871; --advice: #93c1ff; --info: #b0bac7;
  --shadow: 0 1px 2px rgb(0 0 0 / .5), 0 8px 28px rgb(0 0 0 / .55);
}`;

const FRAME = `
.frame {
  font: medium/1.45 system-ui, sans-serif; color: var(--ink); text-align: start;
  -webkit-font-smoothing: antialiased;
}
.frame *, .frame *::before { box-sizing: border-box; }
.frame [hidden] { display: none !important; }
.frame h2, .frame h3, .frame p, .frame ul { margin: 0; padding: 0; font: inherit; }
.frame ul { list-style: none; }
.frame button { font: inherit; color: inherit; cursor: pointer; }
.frame :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.unseen { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1.15em; height: 1.15em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6;
  stroke-linecap: round; stroke-linejoin: round; vertical-align: -.2em; }
.mirror { position: fixed; inset: 0 auto auto 0; overflow: hidden; pointer-events: none; transform-origin: 0 0; }
.mirror-text { color: transparent; -webkit-text-fill-color: transparent; min-height: 100%; }
.mirror.one-line { display: grid; align-items: center; }
.mirror.one-line .mirror-text { min-height: 0; }`;

const BADGE = `
.badge-holder { position: fixed; inset: 0 auto auto 0; font-size: .75em; }
.frame .badge { display: flex; align-items: center; gap: .35em; padding: .2em .6em .2em .45em; border-radius: 2em;
  border: 1px solid var(--line); background: var(--paper); color: var(--soft); line-height: 1.35; white-space: nowrap;
  font-weight: 600; pointer-events: auto; box-shadow: 0 1px 3px rgb(15 25 40 / .18); }
.frame .badge:hover { border-color: currentColor; }
.badge.is-clear { color: var(--good); }
.badge.is-serious { color: var(--serious); border-color: currentColor; }
.badge.is-warning { color: var(--warning); border-color: currentColor; }
.badge.is-advice { color: var(--advice); }
.badge.is-off { border-style: dashed; border-color: currentColor; }
.badge .icon-checking { animation: turn 1.1s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .badge .icon-checking { animation: none; } }
.badge-note { position: absolute; inset: auto 0 calc(100% + .5em) auto; width: max-content; max-width: 22em; padding: .5em .8em;
  border-radius: .6em; background: var(--ink); color: var(--paper); font-weight: 600; box-shadow: var(--shadow); }
.at-left .badge-note { inset: auto auto calc(100% + .5em) 0; }`;

const CONTROLS = `
.chip { display: inline-flex; align-items: center; gap: .4em; font-weight: 650; font-size: .9em; white-space: nowrap; }
.chip.serious { color: var(--serious); } .chip.warning { color: var(--warning); }
.chip.advice { color: var(--advice); } .chip.info { color: var(--info); }
.frame .head { display: flex; align-items: center; gap: .4em; min-height: 1.9em; }
.spring { flex: 1; }
.count { color: var(--soft); font-size: .9em; white-space: nowrap; font-variant-numeric: tabular-nums; }
.frame .tool { display: grid; place-items: center; width: 1.9em; height: 1.9em; padding: 0; border: 0; border-radius: .4em;
  background: none; color: var(--soft); }
.frame .tool:hover { background: var(--sunken); color: var(--ink); }
.quote { color: var(--soft); overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.fixes { display: flex; flex-wrap: wrap; gap: .45em; }
.fixes:empty { display: none; }
.frame .fix { display: grid; flex: 1 1 9em; align-content: start; gap: .1em; padding: .5em .75em; border: 1px solid var(--accent); border-radius: .55em;
  background: var(--paper); text-align: start; }
.frame .fix:hover { background: var(--sunken); }
.fix-label { color: var(--accent); font-weight: 650; }
.fix-preview { color: var(--soft); font-size: .9em; overflow-wrap: anywhere; }
.fix-preview ins { color: var(--ink); text-decoration: none; }
.frame [aria-disabled="true"] { opacity: .6; cursor: progress; }
.frame .plain { padding: .35em .85em; border: 1px solid var(--line); border-radius: .5em; background: var(--paper); font-weight: 600; }
.frame .plain:hover { background: var(--sunken); border-color: currentColor; }
.frame .link { padding: .15em 0; border: 0; background: none; color: var(--soft); text-decoration: underline; text-align: start; }
.frame .link:hover { color: var(--ink); }
.row:empty { display: none; }
.row { display: flex; flex-wrap: wrap; gap: .5em; }
.offer { display: grid; justify-items: start; gap: .45em; padding: .65em .75em; border-radius: .55em; background: var(--sunken); }
.news, .citizen { display: flex; align-items: center; gap: .45em; color: var(--good); font-weight: 600; }`;

const CARD = `
.card { position: fixed; inset: 0 auto auto 0; display: grid; gap: .6em; width: 27em; max-width: calc(100vw - 16px);
  max-height: calc(100vh - 16px); overflow: auto; scrollbar-width: thin; overscroll-behavior: contain; padding: .6em 1em .9em; font-size: .875em;
  border: 1px solid var(--line); border-radius: .8em; background: var(--paper); box-shadow: var(--shadow); pointer-events: auto; }
.frame .card:focus-visible { outline-offset: -2px; }
.frame .card .head { margin-inline-end: -.5em; }
.frame .card h2 { font-size: 1.15em; font-weight: 700; line-height: 1.3; text-wrap: balance; }
.frame .card h3 { font-size: .9em; font-weight: 650; color: var(--soft); }
.why, .contacts { display: grid; gap: .25em; padding-top: .6em; border-top: 1px solid var(--line); }
.frame summary { cursor: pointer; color: var(--accent); }
.clause-id { font-weight: 650; }
.frame details p { padding: .3em 0 .2em 1.1em; color: var(--soft); white-space: pre-line; }
.ignore { display: flex; flex-wrap: wrap; gap: 0 1.2em; padding-top: .5em; border-top: 1px solid var(--line); font-size: .9em; }
@media (max-height: 20em) { /* a composer in a low frame: as wide as it goes, to be as low as it goes */
  .card { width: 100vw; gap: .3em; padding-bottom: .6em; }
  .frame .card .quote, .frame .card .fix-preview { display: none; }
}
@media (prefers-reduced-motion: no-preference) {
  .card { animation: appear .12s ease-out; }
  @keyframes appear { from { opacity: 0; } }
}`;

const LOOK = `
.veil { position: fixed; inset: 0; background: rgb(10 16 26 / .5); pointer-events: auto; }
.frame .look { position: fixed; inset: 0; margin: auto; flex-direction: column; width: 36em; max-width: calc(100vw - 2em);
  max-height: min(46em, calc(100vh - 2em)); padding: 0; border: 1px solid var(--line); border-radius: 1em; overflow: hidden;
  background: var(--paper); color: var(--ink); font-size: .9375em; box-shadow: var(--shadow); pointer-events: auto; }
.frame .look[open] { display: flex; }
.look::backdrop { background: none; }
.look-head { padding: 1.2em 1.4em .8em; }
.frame .look h2 { font-size: 1.3em; font-weight: 700; line-height: 1.3; }
.frame .look h3 { font-weight: 650; }
.look-news { color: var(--soft); }
.look-list { flex: 1 1 auto; overflow: auto; scrollbar-width: thin; overscroll-behavior: contain; border-top: 1px solid var(--line); }
.look-item { display: grid; gap: .45em; padding: .9em 1.4em 1.1em; }
.look-item + .look-item { border-top: 1px solid var(--line); }
.frame .look-item .head { flex-wrap: wrap; gap: 0 .7em; }
.look-limits { padding: .6em 1.4em 0; }
.look-limits:empty { display: none; }
.look-foot { display: flex; flex-wrap: wrap; align-items: center; gap: .8em 1.2em; padding: .9em 1.4em 1.1em;
  border-top: 1px solid var(--line); background: var(--sunken); }
.look-foot .soft { flex: 1 1 14em; font-size: .9em; }
.look-answers { display: flex; flex-wrap: wrap; gap: .6em; }
.frame .answer { padding: .5em 1.2em; border: 1px solid var(--soft); border-radius: .6em; background: var(--paper); font-weight: 650; }
.frame .answer:hover { border-color: var(--ink); }
.frame .answer.primary { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
.frame .answer.primary:hover { filter: brightness(1.08); }
@media (max-height: 20em) { /* a low window, or a composer's own frame: the two answers stay in sight */
  .frame .look { width: 100vw; max-width: 100vw; max-height: 100vh; border-radius: 0; }
  .look-head { display: flex; flex-wrap: wrap; gap: 0 1em; align-items: baseline; padding: .4em 1em; }
  .frame .look h2 { font-size: 1.05em; }
  .look-item { gap: .2em; padding: .4em 1em; }
  .look-foot { padding: .4em 1em; }
  .frame .look .quote, .frame .look .fix-preview, .look-foot .soft { display: none; }
}
@media (max-height: 9em) {
  .frame .look[open] { display: block; overflow: auto; }
}
@media (forced-colors: active) {
  .frame .answer.primary { border-width: 3px; }
}`;
