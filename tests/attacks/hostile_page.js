// What a web page can try against the companion. Each answers with what it could read; null: nothing.
(() => {
  const JSON_HEADERS = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ text: 'What does it say to this: idiot 536-22-8147?' });
  const read = (promise) => promise.then((response) => (response.type === 'opaque' || !response.ok ? null : response.text())).catch(() => null);
  const element = (name, properties) =>
    new Promise((give) => {
      const made = document.createElement(name);
      made.onload = () => give(name === 'iframe' ? inside(made) : 'loaded');
      made.onerror = () => give(null);
      Object.assign(made, properties);
      document.body.append(made);
      setTimeout(give, 1500, null);
    });
  const inside = (frame) => {
    try {
      return frame.contentDocument?.body.textContent || null;
    } catch {
      return null;
    }
  };

  window.attacks = {
    'POST of JSON': (at) => read(fetch(`${at}/v1/check`, { method: 'POST', headers: JSON_HEADERS, body })),
    'POST of plain text': (at) => read(fetch(`${at}/v1/check`, { method: 'POST', mode: 'no-cors', body })),
    'POST kept alive': (at) => read(fetch(`${at}/v1/check`, { method: 'POST', mode: 'no-cors', keepalive: true, body })),
    'GET without CORS': (at) => read(fetch(`${at}/v1/status`, { mode: 'no-cors' })),
    'GET with CORS': (at) => read(fetch(`${at}/v1/status`)),
    'a token in the address': (at) => read(fetch(`${at}/v1/status?token=guess`, { method: 'POST', headers: JSON_HEADERS, body: '{}' })),
    'an Authorization header': (at) =>
      read(fetch(`${at}/v1/check`, { method: 'POST', headers: { ...JSON_HEADERS, Authorization: 'Bearer guess' }, body })),
    'a pairing code guessed': (at) =>
      read(fetch(`${at}/v1/pair`, { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify({ code: '123456', client: 'x' }) })),
    'its own page with CORS': (at) => read(fetch(`${at}/`)),
    'a request of old': (at) =>
      new Promise((give) => {
        const request = new XMLHttpRequest();
        request.onload = () => give(request.status === 200 ? request.responseText : null);
        request.onerror = () => give(null);
        request.open('POST', `${at}/v1/check`);
        request.setRequestHeader('Content-Type', 'application/json');
        request.send(body);
      }),
    'a beacon': (at) => (navigator.sendBeacon(`${at}/v1/check`, body), null),
    'a worker': (at) =>
      new Promise((give) => {
        const source = `fetch('${at}/v1/check', { method: 'POST', headers: ${JSON.stringify(JSON_HEADERS)}, body: ${JSON.stringify(body)} })
          .then((r) => r.text()).then(postMessage, () => postMessage(null))`;
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        worker.onmessage = ({ data }) => give(data);
      }),
    'a form': (at) =>
      new Promise((give) => {
        const frame = document.createElement('iframe');
        frame.name = 'into';
        frame.onload = () => setTimeout(() => give(inside(frame)), 300);
        document.body.append(frame);
        const form = Object.assign(document.createElement('form'), { method: 'POST', action: `${at}/v1/check`, target: 'into', enctype: 'text/plain' });
        form.append(Object.assign(document.createElement('input'), { name: '{"text":"idiot', value: '"}' }));
        document.body.append(form);
        form.submit();
      }),
    'an image': (at) => element('img', { src: `${at}/try/mark.svg` }),
    'a script': (at) => element('script', { src: `${at}/try/main.js` }),
    'a style sheet': (at) => element('link', { rel: 'stylesheet', href: `${at}/try/page.css` }),
    'a frame': (at) => element('iframe', { src: `${at}/` }),
    'an object': (at) => element('object', { data: `${at}/` }),
    'a module': (at) => import(`${at}/try/main.js`).then(() => 'loaded', () => null),
    'a socket': (at) =>
      new Promise((give) => {
        const socket = new WebSocket(`${at.replace('http', 'ws')}/v1/check`);
        socket.onopen = () => give('open');
        socket.onerror = () => give(null);
      }),
    'a stream of events': (at) =>
      new Promise((give) => {
        const source = new EventSource(`${at}/v1/status`);
        source.onopen = () => give('open');
        source.onerror = () => (source.close(), give(null));
      }),
    'a window of it': (at) =>
      new Promise((give) => {
        const opened = window.open(`${at}/`);
        setTimeout(() => {
          try {
            give(opened?.document.body.textContent || null);
          } catch {
            give(null);
          }
        }, 700);
      }),
    "the extension's files": (_, us) => read(fetch(`chrome-extension://${us}/manifest.json`)),
    "the extension's messages": (_, us) => window.chrome?.runtime?.sendMessage?.(us, { kind: 'state' }).catch(() => null) ?? null,
    'a forged pairing button': () => {
      const button = Object.assign(document.createElement('button'), { textContent: 'Pair' });
      button.dataset.forewordPair = '';
      button.dataset.code = '123456';
      const result = document.createElement('p');
      result.dataset.forewordPairResult = '';
      document.body.append(button, result);
      button.click();
      button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return new Promise((give) => setTimeout(() => give(result.textContent || null), 500));
    },
  };
})();
