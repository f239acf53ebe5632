import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** A textarea that React controls. */
export function textarea(holder, attributes, keys = () => false) {
  const heard = [];
  let now = '';
  let set;
  function Field() {
    const [value, show] = useState('');
    set = (next) => {
      now = next;
      show(next);
      for (const hear of heard) hear(next);
    };
    return (
      <textarea
        {...attributes}
        value={value}
        onChange={(event) => set(event.target.value)}
        onKeyDown={(event) => keys(event.nativeEvent) && event.preventDefault()}
      />
    );
  }
  flushSync(() => createRoot(holder).render(<Field />));
  return { text: () => now, clear: () => set(''), put: (text) => flushSync(() => set(text)), changed: (hear) => heard.push(hear) };
}
