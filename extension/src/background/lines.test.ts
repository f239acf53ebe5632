import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines.js';

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function told(chunks: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(streamOf(chunks))) lines.push(line);
  return lines;
}

test('however the bytes are cut, the lines are the same', async () => {
  const lines = fc.array(fc.string({ unit: 'grapheme' }).filter((line) => line.trim() !== '' && !line.includes('\n')));
  await fc.assert(
    fc.asyncProperty(lines, fc.integer({ min: 1, max: 7 }), async (said, size) => {
      const bytes = new TextEncoder().encode(said.map((line) => `${line}\n`).join(''));
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.slice(at * size, (at + 1) * size),
      );
      // Without the mark of byte order, which a decoder takes off at the start of a stream.
      fc.pre(!said[0]?.startsWith('\ufeff'));
      expect(await told(chunks)).toEqual(said);
    }),
  );
});

test('a last line without its end is told, too', async () => {
  expect(await told([new TextEncoder().encode('{"a":1}\n{"b"')])).toEqual(['{"a":1}', '{"b"']);
});

test('whoever stops listening ends the stream', async () => {
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('line\n')),
    cancel: () => {
      cancelled = true;
    },
  });
  for await (const line of linesOf(endless)) {
    expect(line).toBe('line');
    break;
  }
  expect(cancelled).toBe(true);
});
