/** A table as CSV (RFC 4180), safe to open in a spreadsheet. Pure. */

/**
 * A cell that begins with one of these may be run as a formula by a spreadsheet (OWASP, "CSV Injection"); a quotation
 * mark in front makes it text. The texts come from web pages, so anybody may have written them.
 */
const FORMULA = /^[\s]*[=+\-@\t\r|%＝＋－＠]/;

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
