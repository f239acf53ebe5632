// Every way a page may send what is written, one at a time: /?way=<name>. No site's own marks: the generic definition.
import { $, page, publish } from './kit/page.js';

const way = new URLSearchParams(location.search).get('way');
const area = '<textarea aria-label="Post"></textarea>';
const div = '<div role="button" tabindex="0" id="send">Post</div>';
const button = '<button type="button" id="send">Post</button>';
const card = (html) => `<div role="dialog" class="card">${html}</div>`;
const form = (html) => `<form class="card" id="form">${html}</form>`;

const field = () => $('textarea, input[type=text], #plain');
const text = () => field()?.value ?? field()?.innerText ?? '';
function empty() {
  if ('value' in field()) field().value = '';
  else field().textContent = '';
}
function post() {
  if (text().trim() === '') return;
  publish(text());
  empty();
}
const on = (type, test = () => true) => () =>
  $('#send').addEventListener(type, (event) => {
    if (test(event)) post();
  });
const onField = (type, test) => () =>
  field().addEventListener(type, (event) => {
    if (!test(event)) return;
    event.preventDefault();
    post();
  });
const enter = (event) => event.key === 'Enter' && !event.shiftKey;
const withCtrl = (event) => enter(event) && event.ctrlKey;
const withCmd = (event) => enter(event) && event.metaKey;
const submitted = () =>
  $('form').addEventListener('submit', (event) => {
    event.preventDefault();
    post();
  });
/** A button within a shadow root of its own. */
const shadow = (mode) => () => {
  const root = $('#host').attachShadow({ mode });
  root.innerHTML = '<button type="button">Post</button>';
  root.querySelector('button').addEventListener('click', post);
};

const WAYS = {
  click: [card(area + div), on('click')],
  pointerdown: [card(area + div), on('pointerdown')],
  mousedown: [card(area + div), on('mousedown')],
  pointerup: [card(area + div), on('pointerup')],
  mouseup: [card(area + div), on('mouseup')],
  'open shadow root': [card(`${area}<div id="host" style="width:fit-content"></div>`), shadow('open')],
  'closed shadow root': [card(`${area}<div id="host" style="width:fit-content"></div>`), shadow('closed')],
  'form button': [form(`${area}<button>Post</button>`), submitted],
  'form button outside': [`${form(area)}<button form="form">Post</button>`, submitted],
  requestSubmit: [
    form(area + div),
    () => {
      submitted();
      $('#send').addEventListener('click', () => $('form').requestSubmit());
    },
  ],
  'form.submit()': [
    form(area + div),
    () => {
      $('form').submit = post; // it sends no event at all, and would leave the page
      $('#send').addEventListener('click', () => $('form').submit());
    },
  ],
  'Enter in a line': [form('<input type="text" aria-label="Write a comment">'), submitted],
  'Ctrl+Enter': [card(area), onField('keydown', withCtrl)],
  'Cmd+Enter': [card(area), onField('keydown', withCmd)],
  'Ctrl+Enter on keyup': [card(area), onField('keyup', withCtrl)],
  'Ctrl+Enter on keypress': [card(area), onField('keypress', (event) => event.ctrlKey && (event.key === 'Enter' || event.keyCode === 10))],
  'trusted clicks only': [card(area + div), on('click', (event) => event.isTrusted)],
  'trusted keys only': [card(area), onField('keydown', (event) => withCtrl(event) && event.isTrusted)],
  'emptied late': [
    card(area + div),
    () =>
      $('#send').addEventListener('click', () => {
        const written = text();
        $('#send').textContent = 'Posting';
        setTimeout(() => {
          publish(written);
          empty();
          $('#send').textContent = 'Post';
        }, 700);
      }),
  ],
  'drafts saved': [
    form(`${area}<button type="button" id="draft">Save draft</button><button>Post</button>`),
    () => {
      submitted();
      $('#draft').addEventListener('click', () => {
        $('.bar').textContent = 'Draft saved';
      });
      field().addEventListener('input', () => void fetch('/draft', { method: 'POST', body: text() }).catch(() => undefined));
    },
  ],
  'go live': [
    card('<div id="plain" contenteditable="true" role="textbox" aria-label="Title"></div><button type="button" id="send" aria-label="Go live">Go live</button>'),
    () =>
      $('#send').addEventListener('click', () => {
        publish('live');
      }),
  ],
  'go live, no words': [
    '<video style="background:#222"></video><button type="button" id="send" aria-label="Go live">Go live</button>',
    () =>
      $('#send').addEventListener('click', () => {
        publish('live');
      }),
  ],
};

/** Some sites draw their buttons anew at any moment: the old one then hangs nowhere. */
window.redraw = () => {
  const next = $('#send').cloneNode(true);
  $('#send').replaceWith(next);
  next.addEventListener('click', post);
};

const [html, wire] = WAYS[way] ?? [card(area + button), on('click')];
page(':root { --brand: #444; }', `<div class="bar">Some site</div><main>${html}</main>`);
wire();
window.models.post = { text };
