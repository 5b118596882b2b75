/**
 * Counts what two sequences have in common at their starts and, of the rest, at their ends.
 *
 * @param isSame compares elements; an index below zero counts from the end
 */
export function commonEnds(oneLength: number, otherLength: number, isSame: (index: number) => boolean): { head: number; tail: number } {
  const shorter = Math.min(oneLength, otherLength);
  let head = 0;
  while (head < shorter && isSame(head)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(-1 - tail)) tail++;
  return { head, tail };
}
