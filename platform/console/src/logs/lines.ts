/** How many lines a browser keeps of a log that is followed. */
export const MAX_LINES = 50_000;

export function append(lines: string[], more: string[]): string[] {
  const all = [...lines, ...more];
  return all.length > MAX_LINES ? all.slice(all.length - MAX_LINES) : all;
}

export function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The lines that contain a text, in any case. */
export function matching(lines: string[], text: string): string[] {
  if (!text) return lines;
  const wanted = text.toLowerCase();
  return lines.filter((line) => line.toLowerCase().includes(wanted));
}

export interface Piece {
  text: string;
  isMatch: boolean;
}

/** Splits a line at the text that was searched. */
export function pieces(line: string, text: string): Piece[] {
  if (!text) return [{ text: line, isMatch: false }];
  const found: Piece[] = [];
  const lower = line.toLowerCase();
  const wanted = text.toLowerCase();
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    if (at > from) found.push({ text: line.slice(from, at), isMatch: false });
    found.push({ text: line.slice(at, at + text.length), isMatch: true });
    from = at + text.length;
  }
  if (from < line.length) found.push({ text: line.slice(from), isMatch: false });
  return found;
}
