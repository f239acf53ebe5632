/** Put into a page only when the person asks for a scan of it; gone, without a trace, when the panel closes. */
import { Collector } from '../collecting/collector.js';
import { COLLECTING } from '../items.js';

const us = globalThis as { forewordCollects?: boolean };

function start(): void {
  us.forewordCollects = true;
  let open = 0;
  const meet = (port: chrome.runtime.Port) => {
    if (port.name !== COLLECTING) return;
    open += 1;
    const end = new AbortController();
    const collector = new Collector((word) => port.postMessage(word), end.signal);
    port.onMessage.addListener((wish) => collector.hear(wish));
    port.onDisconnect.addListener(() => {
      end.abort();
      open -= 1;
      if (open > 0) return;
      chrome.runtime.onConnect.removeListener(meet);
      us.forewordCollects = false;
    });
  };
  chrome.runtime.onConnect.addListener(meet);
}

if (!us.forewordCollects) start();
