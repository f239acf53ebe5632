/** Pictures: their alternative text is read, and where there is none, the panel says that the picture was not. */
import type { Gap, Passage } from './passage.js';
import { isPicture } from './visible.js';

/** Shorter ones name a thing ("avatar", "photo") and say nothing of what is shown. In characters. */
const TELLING = 12;

export function picturesIn(
  images: readonly HTMLImageElement[],
  about: Pick<Passage['item'], 'author' | 'time' | 'permalink'>,
) {
  const passages: Passage[] = [];
  const gaps: Gap[] = [];
  for (const image of images.filter(isPicture)) {
    const words = image.alt.trim();
    if (words.length >= TELLING) passages.push(picture(image, words, about));
    else gaps.push({ reason: 'picture', element: image, about: words || fileOf(image) });
  }
  return { passages, gaps };
}

export function picture(
  image: Element,
  words: string,
  about: Pick<Passage['item'], 'author' | 'time' | 'permalink'>,
): Passage {
  return {
    elements: [image],
    isLeftOut: () => false,
    item: { ...about, surface: 'media', kind: 'picture' },
    words,
    clip: null,
  };
}

function fileOf({ currentSrc }: HTMLImageElement): string {
  if (!URL.canParse(currentSrc) || currentSrc.startsWith('data:')) return '';
  return new URL(currentSrc).pathname.split('/').at(-1)?.slice(0, 60) ?? '';
}
