// What another extension with the loopback permission can try. Each answers with what it got hold of; null: nothing.
const json = { 'Content-Type': 'application/json' };

async function asked(port, path, { method = 'POST', headers = json, body = '{}', host = '127.0.0.1' } = {}) {
  try {
    const response = await fetch(`http://${host}:${port}${path}`, { method, headers, body: method === 'GET' ? undefined : body });
    const text = await response.text();
    return response.ok ? text : null;
  } catch {
    return null;
  }
}

const check = JSON.stringify({ text: 'What does it say to this: idiot 536-22-8147?' });

// biome-ignore lint/correctness/noUnusedVariables: called by test_hostile_extension.py
const attacks = {
  'check without a token': (port) => asked(port, '/v1/check', { body: check }),
  'check with a guessed token': (port) =>
    asked(port, '/v1/check', { body: check, headers: { ...json, Authorization: 'Bearer guess' } }),
  'check as plain text': (port) => asked(port, '/v1/check', { body: check, headers: { 'Content-Type': 'text/plain' } }),
  'check by the name localhost': (port) => asked(port, '/v1/check', { body: check, host: 'localhost' }),
  'status by GET': (port) => asked(port, '/v1/status', { method: 'GET' }),
  'hello, to have something proven': (port) => asked(port, '/v1/hello', { body: JSON.stringify({ nonce: '0'.repeat(32) }) }),
  'policy without a token': (port) => asked(port, '/v1/policy'),
  'who is paired': (port) => asked(port, '/v1/pairings'),
  'a pairing code': (port) => asked(port, '/v1/pairing-code'),
  'a new token': (port) => asked(port, '/v1/renew'),
  'thirty guessed codes': async (port) => {
    for (let guess = 0; guess < 30; guess += 1) {
      const code = String(guess * 31337).padStart(6, '0').slice(-6);
      const got = await asked(port, '/v1/pair', { body: JSON.stringify({ code, client: 'Foreword in Chromium' }) });
      if (got) return got;
    }
    return null;
  },
  'a message to Foreword': (_, us) => chrome.runtime.sendMessage(us, { kind: 'state' }).catch(() => null),
  'a check through Foreword': (_, us) =>
    chrome.runtime.sendMessage(us, { kind: 'check', draft: { text: 'idiot' } }).catch(() => null),
  'a port to Foreword': (_, us) =>
    new Promise((give) => {
      const line = chrome.runtime.connect(us);
      line.onMessage.addListener(give);
      line.onDisconnect.addListener(() => give(chrome.runtime.lastError ? null : null));
    }),
  "Foreword's own page": (_, us) =>
    fetch(`chrome-extension://${us}/options.html`).then((response) => response.text()).catch(() => null),
  "Foreword's manifest": (_, us) =>
    fetch(`chrome-extension://${us}/manifest.json`).then((response) => response.text()).catch(() => null),
};
