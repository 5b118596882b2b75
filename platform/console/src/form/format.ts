import { Document, type Range, type Scalar, type ToStringOptions } from 'yaml';
import { commonEnds } from '../ui/commonEnds';

/** The style of the file, in which changed lines are written. */
export function styleOf(text: string): ToStringOptions {
  return {
    lineWidth: 0,
    indent: text.match(/:[ \t]*(?:#.*)?\n( +)[^\s#-]/)?.[1]?.length === 4 ? 4 : 2,
    indentSeq: !/^( *)[^\s#-][^\n]*:[ \t]*\n\1- /m.test(text),
    flowCollectionPadding: /[[{] \S/.test(text),
  };
}

interface Line {
  text: string;
  index: number;
}

/** Lines with keys or values: the library moves comments to other lines, and removes empty lines. */
function contentOf(lines: string[]): Line[] {
  return lines.map((text, index) => ({ text, index })).filter((line) => /^\s*[^\s#]/.test(line.text));
}

/**
 * Puts a change into a file of which all other lines stay as they are.
 *
 * @param original the file as the user formatted it
 * @param before the same content, as the library writes it
 * @param after the changed content, as the library writes it
 */
export function keepFormat(original: string, before: string, after: string): string {
  const [lines, changedLines] = [original.split('\n'), after.split('\n')];
  const [kept, old, changed] = [contentOf(lines), contentOf(before.split('\n')), contentOf(changedLines)];
  if (kept.length !== old.length) return after;
  const { head, tail } = commonEnds(old.length, changed.length, (index) => old.at(index)?.text === changed.at(index)?.text);
  const until = (content: Line[]) => (head === 0 ? 0 : content[head - 1]!.index + 1);
  const from = (content: Line[], end: number) => (tail === 0 ? end : content.at(-tail)!.index);
  return [
    ...lines.slice(0, until(kept)),
    ...changedLines.slice(until(changed), from(changed, changedLines.length)),
    ...lines.slice(from(kept, lines.length)),
  ].join('\n');
}

/** A value of the file, where it was, and what it is now. */
export interface Replacement {
  range: Range;
  node: Scalar;
}

/** Puts new values into a file at the places of the old ones. */
export function replaceScalars(text: string, replacements: Replacement[]): string {
  const fromEnd = [...replacements].sort((one, other) => other.range[0] - one.range[0]);
  return fromEnd.reduce((changed, { range: [from, to], node }) => {
    const bare = Object.assign(node.clone(), { comment: undefined, commentBefore: undefined, spaceBefore: undefined });
    const value = new Document(bare).toString({ lineWidth: 0 }).trimEnd();
    return changed.slice(0, from) + value + changed.slice(to);
  }, text);
}
