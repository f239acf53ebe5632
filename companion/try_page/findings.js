/** The list beside the draft: one card for each finding. */
import { $, element } from './element.js';

const SEVERITY_WORDS = {
  serious: 'Serious: likely to do harm',
  warning: 'Warning: worth a second look',
  advice: 'Advice: consider this',
  info: 'Good to know',
};

/**
 * @param {object[]} findings
 * @param {{policy: object, text: string, onFix: Function, onShow: Function, onPoint: Function}} shown
 */
export function showFindings(findings, shown) {
  const open = new Set([...$('findings').querySelectorAll('details[open]')].map(({ dataset }) => dataset.id));
  $('findings').replaceChildren(...findings.map((finding) => card(finding, shown, open.has(finding.id))));
}

export function markCurrent(id) {
  for (const item of $('findings').children) {
    if (item.dataset.id === id) {
      item.dataset.current = '';
      item.scrollIntoView({ block: 'nearest' });
    } else delete item.dataset.current;
  }
}

function card(finding, shown, isOpen) {
  const { policy, onPoint } = shown;
  const item = element(
    'li',
    { className: 'finding', data: { severity: finding.severity, id: finding.id } },
    element('p', { className: 'severity' }, SEVERITY_WORDS[finding.severity]),
    element('h3', {}, finding.title),
    element('p', {}, finding.message),
    ...(finding.citizen ? [element('p', { className: 'citizen' }, finding.citizen)] : []),
    ...words(finding, shown),
    element('p', { className: 'why' }, finding.why),
    ...fixes(finding, shown),
    clauses(finding, policy, isOpen),
    ...contacts(finding, policy),
  );
  item.addEventListener('pointerenter', () => onPoint(finding.id));
  item.addEventListener('pointerleave', () => onPoint(null));
  item.addEventListener('focusin', () => onPoint(finding.id));
  return item;
}

/** The words themselves are the button that selects them in the draft. */
function words({ start, end }, { text, onShow }) {
  if (start === null) return [element('p', { className: 'words' }, 'About the whole text')];
  const found = text.slice(start, end);
  const quoted = `“${found.length > 80 ? `${found.slice(0, 79)}…` : found}”`;
  const button = element('button', { type: 'button', textContent: quoted, ariaLabel: `Show ${quoted} in the draft` });
  button.addEventListener('click', () => onShow(start, end));
  return [element('p', { className: 'words' }, button)];
}

function fixes(finding, { onFix }) {
  if (!finding.fixes.length) return [];
  const buttons = finding.fixes.map((fix) => {
    const button = element('button', { type: 'button', textContent: fix.label });
    button.addEventListener('click', () => onFix(fix));
    return button;
  });
  return [element('div', { className: 'fixes', role: 'group', ariaLabel: 'Fixes' }, ...buttons)];
}

function clauses({ id, clause }, policy, isOpen) {
  const titles = clause.map((name) => policy.clauses[name]?.title ?? name).join('; ');
  return element(
    'details',
    { open: isOpen, data: { id } },
    element('summary', {}, `Policy: ${titles}`),
    ...clause.map((name) => element('p', {}, element('b', {}, name.startsWith('S:') ? 'Supplement' : name), ` ${policy.clauses[name]?.text ?? ''}`)),
  );
}

function contacts(finding, policy) {
  return finding.contacts.flatMap((name) => {
    const contact = policy.contacts[name];
    return contact ? [element('p', { className: 'contacts' }, element('b', {}, contact.name), `: ${contact.how}`)] : [];
  });
}
