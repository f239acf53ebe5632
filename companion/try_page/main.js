/** Wiring of the page; each part lives in its own module. */
import { showBrowsers } from './browsers.js';
import { checker } from './checks.js';
import { ask, codeFromAddress, isPaired, pair, Unavailable } from './companion.js';
import * as box from './draft_box.js';
import { $, element } from './element.js';
import { EXAMPLES } from './examples.js';
import { markCurrent, showFindings } from './findings.js';
import * as places from './places.js';
import { hideCopy, offerCopy } from './redact.js';
import { shifted } from './spans.js';
import { showReview, showState } from './state.js';
import { watchCompanion } from './watch.js';

const EMPTY = 'Type a draft, or take an example. Advice appears here as you write.';

let policy = { clauses: {}, contacts: {} };
let findings = [];
let readText = '';

const checkSoon = checker(() => ({ text: box.text(), context: places.context() }), show);

function show(outcome) {
  if (outcome.kind === 'empty') forget('empty', EMPTY);
  else if (outcome.kind === 'checking') showState('checking', 'Checking…');
  else if (outcome.kind === 'unavailable') unavailable(outcome.error);
  else {
    // Typing may have gone on since this text was sent.
    findings = shifted(outcome.review.findings, outcome.text, box.text());
    readText = box.text();
    draw();
    showReview(outcome.review, places.inWords());
  }
}

function unavailable(error) {
  forget('not-checked', `Not checked. ${error.message}`);
  if (error.kind === 'not-paired') askForCode(error.message);
  else if (error.kind === 'off') lookAtCompanion();
}

function forget(state, words) {
  findings = [];
  readText = box.text();
  draw();
  showState(state, words);
}

function draw(currentId = null) {
  box.showMarks(findings, currentId);
  showFindings(findings, {
    policy,
    text: box.text(),
    onFix: applyFix,
    onShow: box.select,
    onPoint: (id) => box.showMarks(findings, id),
  });
}

function applyFix(fix) {
  box.edit(fix.start, fix.end, fix.replacement);
  const button = element('button', { type: 'button', textContent: 'Undo' });
  button.addEventListener('click', () => {
    box.undo();
    $('did').replaceChildren();
  });
  $('did').replaceChildren(`Done: ${fix.label} `, button);
  checkSoon({ now: true });
}

function edited() {
  hideCopy();
  findings = shifted(findings, readText, box.text());
  readText = box.text();
  draw();
  count();
  checkSoon();
}

function placeChanged() {
  count();
  checkSoon({ now: true });
}

function count() {
  const [length, limit] = [[...box.text()].length, places.limit()];
  $('counter').textContent = limit ? `${length.toLocaleString()} of ${limit.toLocaleString()} characters` : `${length.toLocaleString()} characters`;
  $('counter').toggleAttribute('data-over', limit !== null && length > limit);
}

function showExamples() {
  const items = EXAMPLES.map((example) => {
    const button = element('button', { type: 'button', textContent: example.label });
    button.addEventListener('click', () => {
      places.choose(example);
      box.edit(0, box.text().length, example.text);
      placeChanged();
    });
    return element('li', {}, button);
  });
  $('examples').replaceChildren(...items);
}

async function start() {
  const answer = await ask('policy');
  const [pack] = answer.packs;
  policy = pack;
  $('policy').textContent = `Policy in use: ${pack.title} (${pack.rules.length} rules, version ${pack.version}).`;
  places.showPlaces(answer.sites);
  $('enter').hidden = true;
  $('try').hidden = false;
  placeChanged(); // after a second pairing there may be a draft already
  showBrowsers();
  lookAtCompanion();
}

function lookAtCompanion() {
  if (isPaired()) void watchCompanion(() => checkSoon({ now: true }));
}

function askForCode(words = '') {
  $('try').hidden = true;
  $('browsers').hidden = true;
  $('enter').hidden = false;
  $('enter-problem').textContent = words;
  $('companion-state').textContent = 'Not open yet';
  $('code').focus();
}

async function open(code) {
  try {
    if (code) await pair(code);
    if (isPaired()) await start();
    else askForCode();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    askForCode(error.message);
  }
}

function caretMoved(offset) {
  const here = findings.find(({ start, end }) => start !== null && start <= offset && offset <= end);
  if (here) markCurrent(here.id);
}

box.onEdit(edited);
offerCopy(() => ({ text: box.text(), context: places.context() }));
box.onCaret(caretMoved);
places.onChange(placeChanged);
showExamples();
window.addEventListener('focus', lookAtCompanion);
$('enter-form').addEventListener('submit', (event) => {
  event.preventDefault();
  void open($('code').value);
});

void open(codeFromAddress());
