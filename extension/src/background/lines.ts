/** A stream of bytes as lines of text, each as soon as it is whole. */

/** No line of a scan is longer; a program that sends more is not the companion. In characters. */
const LONGEST = 8_000_000;

export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') yield line;
      if (done) break;
      if (rest.length > LONGEST) throw new SyntaxError('a line without an end');
    }
    if (rest.trim() !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined); // whoever stopped listening ends the stream
  }
}
