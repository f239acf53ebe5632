// A controlled field: React writes the value back after every change, and remembers the last one it saw.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

export const title = 'React textarea (controlled)';

let said = '';

function Field() {
  const [value, setValue] = useState('');
  said = value;
  return <textarea aria-label="Post text" value={value} onChange={(event) => setValue(event.target.value)} />;
}

export function mount(place) {
  createRoot(place).render(<Field />);
  return { text: () => said, html: () => said };
}
