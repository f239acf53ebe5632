/** What a profile page says of its owner: name, words, pictures' descriptions and links, in the order people see them. */
import type { Profile, ProfilePart } from '../items.js';
import { blocksIn } from './blocks.js';
import { type Gap, type Passage, readAll } from './passage.js';
import { picture } from './pictures.js';
import { parentOf, type Root } from './roots.js';
import { allOf, isWithin, matching, valueAt } from './selecting.js';
import type { Slices } from './slices.js';
import { FURNITURE, isSeen } from './visible.js';

export interface ProfilePassage {
  readonly kind: ProfilePart['kind'];
  readonly text: string;
  readonly passage: Passage;
}

export interface ProfileFound {
  readonly name: string;
  readonly parts: readonly ProfilePassage[];
  readonly gaps: readonly Gap[];
}

/** Pages that say themselves that they are somebody's profile. */
const SAYS_SO =
  'meta[property="og:type"][content="profile"], [itemtype$="/ProfilePage"], [itemtype$="/Person"], body .h-card .p-note';
/** In CSS pixels: avatars are smaller than other pictures. */
const PORTRAIT_PX = 40;
const MOST_PICTURES = 6;
const MOST_LINKS = 12;
/** Where no definition says which words are the profile, the first of the page are. In characters. */
const MOST_CHARACTERS = 3_000;

export function isProfile(profile: Profile, roots: readonly Root[]): boolean {
  return allOf(roots, profile.text).length > 0 || roots.some((root) => matching(root, SAYS_SO).length > 0);
}

export async function profileIn(
  profile: Profile,
  roots: readonly Root[],
  items: ReadonlySet<Element>,
  slices: Slices,
  signal: AbortSignal,
): Promise<ProfileFound> {
  const isElsewhere = (element: Element) => items.has(element);
  const { nameAt, name } = nameIn(profile, roots);
  const known = allOf(roots, profile.text).filter(
    (each, _, all) => !all.some((other) => other !== each && other.contains(each)),
  );
  const texts = known.length > 0 ? known.map((element) => passageOf([element], isElsewhere)) : [];
  if (texts.length === 0) texts.push(...(await firstWords(roots, isElsewhere, slices, signal)));
  const around = surroundings([...(nameAt ? [nameAt] : []), ...texts.flatMap(({ elements }) => elements)]);
  const { pictures, gaps } = portraits(around, isElsewhere);
  const parts: ProfilePassage[] = [
    ...(nameAt && name ? [{ kind: 'name' as const, text: name, passage: passageOf([nameAt], isElsewhere) }] : []),
    ...texts.map((passage) => ({ kind: 'text' as const, text: readAll(passage).text, passage })),
    ...pictures,
    ...linksIn(around, isElsewhere),
  ];
  return { name, parts: parts.filter(({ text }) => text.trim() !== ''), gaps };
}

/** The first of the definition's places that says one; without a definition, the page's heading. */
function nameIn({ name: places }: Profile, roots: readonly Root[]): { nameAt: Element | null; name: string } {
  for (const place of places.length > 0 ? places : [HEADING]) {
    for (const nameAt of allOf(roots, [place])) {
      const name = valueAt(nameAt, place);
      if (name) return { nameAt, name };
    }
  }
  return { nameAt: null, name: '' };
}

const HEADING = { css: 'h1', certainty: 'guess', seen: 'most profile pages', read: null, pattern: null } as const;
const NOBODY = { author: null, time: null, permalink: null } as const;

function passageOf(elements: readonly Element[], isElsewhere: (element: Element) => boolean): Passage {
  return {
    elements,
    isLeftOut: (each) => isElsewhere(each) || each.matches(FURNITURE),
    item: { ...NOBODY, surface: 'profile', kind: 'profile' },
    words: null,
    clip: null,
  };
}

async function firstWords(
  [document]: readonly Root[],
  isElsewhere: (element: Element) => boolean,
  slices: Slices,
  signal: AbortSignal,
): Promise<Passage[]> {
  const top = document?.querySelector('.h-card, [itemtype$="/Person"], main, [role="main"], body');
  const found: Passage[] = [];
  let length = 0;
  if (!top) return found;
  for await (const { elements } of blocksIn(top, isElsewhere, slices, signal)) {
    const passage = passageOf(elements, isElsewhere);
    length += readAll(passage).text.length;
    if (length > MOST_CHARACTERS) break;
    found.push(passage);
  }
  return found;
}

/** The smallest part of the page that holds name and words, and a little more: the head of the profile. */
function surroundings(elements: readonly Element[]): Element | null {
  const [first, ...rest] = elements;
  let around: Element | null = first ?? null;
  while (around && !rest.every((each) => around?.contains(each))) around = parentOf(around);
  for (let up = 0; up < 2 && around && around.localName !== 'body'; up += 1) around = parentOf(around);
  return around;
}

function portraits(around: Element | null, isElsewhere: (element: Element) => boolean) {
  const pictures: ProfilePassage[] = [];
  const gaps: Gap[] = [];
  const images = around ? [...around.querySelectorAll('img')] : [];
  for (const image of images.filter((each) => isLarge(each) && isOwn(each, isElsewhere)).slice(0, MOST_PICTURES)) {
    const text = image.alt.trim();
    if (text) pictures.push({ kind: 'picture', text, passage: picture(image, text, NOBODY) });
    else gaps.push({ reason: 'picture', element: image, about: '' });
  }
  return { pictures, gaps };
}

function isLarge(image: HTMLImageElement): boolean {
  const { width, height } = image.getBoundingClientRect();
  return width >= PORTRAIT_PX && height >= PORTRAIT_PX && isSeen(image);
}

function isOwn(element: Element, isElsewhere: (element: Element) => boolean): boolean {
  for (let each: Element | null = element; each; each = parentOf(each)) if (isElsewhere(each)) return false;
  return !isWithin(element, FURNITURE);
}

function linksIn(around: Element | null, isElsewhere: (element: Element) => boolean): ProfilePassage[] {
  const links = around ? [...around.querySelectorAll<HTMLAnchorElement>('a[href]')] : [];
  return links
    .filter((link) => leadsAway(link) && isSeen(link) && isOwn(link, isElsewhere))
    .slice(0, MOST_LINKS)
    .map((link) => ({ kind: 'link', text: said(link), passage: passageOf([link], isElsewhere) }));
}

function leadsAway({ protocol, hostname, href }: HTMLAnchorElement): boolean {
  return /^(https?|mailto|tel):$/.test(protocol) && (hostname !== location.hostname || /^(mailto|tel):/.test(href));
}

/** Where the link leads, as far as the page tells: many sites put a redirection of their own behind the words. */
function said(link: HTMLAnchorElement): string {
  const words = readAll(passageOf([link], () => false)).text.trim();
  return /[\w-]\.[a-z]{2,}|@|\d{3}/i.test(words) ? words : link.href.replace(/^(mailto|tel):/, '');
}
