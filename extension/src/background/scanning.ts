/**
 * A scan as the panel sees it: batches of items come over a port, an answer for each goes back as soon as it is known.
 * Nothing is kept here: when this worker is put to sleep or the panel is closed, the port and the scan end with it, and
 * the panel asks again for what has no answer.
 */
import type { ScanAsk, ScanWord } from '../messages.js';
import type { Draft, ScanItem } from '../model.js';
import { basicReview, isOurPolicy } from './basic.js';
import { scanned } from './companion.js';

export function serveScan(port: chrome.runtime.Port): void {
  let run = new AbortController();
  const tell = (word: ScanWord) => {
    if (!run.signal.aborted) port.postMessage(word);
  };
  port.onDisconnect.addListener(() => run.abort());
  port.onMessage.addListener((ask: ScanAsk) => {
    if (ask.kind === 'stop') {
      run.abort();
      run = new AbortController();
    } else {
      const check = ask.basic ? checkHere : checkThere;
      void check(ask, tell, run.signal);
    }
  });
}

type Batch = Extract<ScanAsk, { kind: 'batch' }>;
type Tell = (word: ScanWord) => void;

async function checkThere({ batch, items }: Batch, tell: Tell, signal: AbortSignal): Promise<void> {
  const reason = await scanned(items, (answer) => tell({ kind: 'answer', answer, basic: false }), signal);
  tell({ kind: 'batch-done', batch, reason });
}

async function checkHere({ batch, items }: Batch, tell: Tell, signal: AbortSignal): Promise<void> {
  if (!(await isOurPolicy())) return tell({ kind: 'batch-done', batch, reason: 'companion-off' });
  for (const item of items) {
    await new Promise((resolve) => setTimeout(resolve)); // between two items, whoever is writing has a turn
    if (signal.aborted) return;
    const { status, not_checked, findings } = basicReview(draftOf(item));
    tell({
      kind: 'answer',
      answer: { kind: 'item', item_id: item.item_id, status, not_checked, findings },
      basic: true,
    });
  }
  tell({ kind: 'batch-done', batch, reason: null });
}

function draftOf({ item_id, text, context }: ScanItem): Draft {
  return { draft_id: item_id, revision: 0, text, context };
}
