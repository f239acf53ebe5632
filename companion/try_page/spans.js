/** Arithmetic on findings' spans. Every offset counts UTF-16 units, as the contract and JavaScript do. */

const RANK = ['info', 'advice', 'warning', 'serious'];

export const worse = (a, b) => RANK.indexOf(b.severity) - RANK.indexOf(a.severity);

/** Findings moved across an edit; those whose words (or a fix's) were touched are dropped until the next answer. */
export function shifted(findings, before, after) {
  const edit = difference(before, after);
  return findings.flatMap((finding) => {
    const span = finding.start === null ? { start: null, end: null } : moved(finding, edit);
    if (!span) return [];
    return [{ ...finding, ...span, fixes: finding.fixes.flatMap((fix) => movedFix(fix, edit)) }];
  });
}

/** Where two texts differ: [start, end) of the old one became `growth` units longer. */
function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, growth: after.length - before.length };
}

function moved({ start, end }, edit) {
  if (end <= edit.start) return { start, end };
  if (start >= edit.end) return { start: start + edit.growth, end: end + edit.growth };
  return null;
}

function movedFix(fix, edit) {
  const span = moved(fix, edit);
  return span ? [{ ...fix, ...span }] : [];
}

/** The text cut where any finding begins or ends; each piece with the findings that cover it, worst first. */
export function pieces(text, findings) {
  const marked = findings.filter(({ start, end }) => start !== null && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...marked.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => ({
    words: text.slice(cuts[index], end),
    findings: marked.filter((finding) => finding.start <= cuts[index] && end <= finding.end).sort(worse),
  }));
}
