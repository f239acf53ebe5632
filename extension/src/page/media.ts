/** What is attached to a draft: by the site's marks, by a preview, or by files chosen and not yet sent. */
import type { Media } from '../model.js';
import type { SiteSurface } from '../site.js';
import { firstOf } from './lookup.js';

/** A preview of something that is on this computer only is an attachment on every site. */
const PREVIEWS: readonly (readonly [Media, string])[] = [
  ['video', 'video[src^="blob:"], video:has(source[src^="blob:"])'],
  ['image', 'img[src^="blob:"]'],
  ['audio', 'audio[src^="blob:"]'],
];

/** Each kind once, in a fixed order. Pictures inside the text count as well. */
export function mediaIn(holder: Element, { media }: SiteSurface): readonly Media[] {
  const kinds = new Set<Media>(filesIn(holder));
  for (const mark of media) if (firstOf(holder, [mark])) kinds.add(mark.kind);
  for (const [kind, css] of PREVIEWS) if (holder.querySelector(css)) kinds.add(kind);
  return [...kinds].sort();
}

function filesIn(holder: Element): Media[] {
  const inputs = holder.querySelectorAll<HTMLInputElement>('input[type="file"]');
  return [...inputs].flatMap(({ files }) => [...(files ?? [])].map(({ type }) => kindOf(type)));
}

function kindOf(type: string): Media {
  const [kind] = type.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}
